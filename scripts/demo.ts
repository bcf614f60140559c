import { isDeepStrictEqual } from 'node:util';
import { findBrokenPromises } from '../test/support/threads-api/find-broken-promises.js';
import { runRequests, type Exchange, type Exchanges, type Life } from '../test/support/threads-api/run-requests.js';
import { startSystem } from '../test/support/threads-api/start-system.js';
import { heading, paint, runCli, say, tell } from './story.js';

/** How long the database takes for a write, in milliseconds. */
const writeDelay = 500;

await tell('threads-api', tellStory);

/** Shows the service before and after its repair; gives whether the repair did what it is for. */
async function tellStory(directory: string): Promise<boolean> {
  heading('1. A service on Azure Cosmos DB, as its clients see it');
  say(`It says "created" before anything is. The database takes ${writeDelay} ms for a write.`);
  const before = await askService(directory);

  heading('2. What eslint-plugin-persistence finds in it');
  const scanned = runCli(directory, 'scan');

  heading('3. The repair');
  runCli(directory, 'fix', '--diff');
  const fixed = runCli(directory, 'fix', '--write', '--allow-dirty', '--allow-no-vcs');

  heading('4. The same requests to the repaired service');
  say('It says "created" when the database has said so.');
  const after = await askService(directory);

  const brokenBefore = findBrokenPromises(before).length;
  const brokenAfter = findBrokenPromises(after).length;
  const isMended = brokenBefore > 0 && scanned === 1 && fixed === 0 && brokenAfter === 0 && answersRight(after);
  const verdict = `${brokenBefore} answers were untrue before the repair, ${brokenAfter} are after it.`;
  say('', isMended ? paint('green', verdict) : paint('red', `${verdict} This is not what the repair is for.`));
  return isMended;
}

async function askService(directory: string): Promise<Exchanges> {
  const system = await startSystem(directory, writeDelay);
  const answers = await runRequests(system).finally(() => system.stop());
  show(answers);
  showErrors(system.service.log());
  return answers;
}

function show(answers: Exchanges): void {
  const broken = findBrokenPromises(answers);
  const truthOf = (exchange: Exchange) => broken.find(promise => promise.exchange === exchange)?.truth;
  const { threads, runs, steps, duplicate, refused } = answers;

  for (const group of [threads, duplicate, refused]) {
    say('', ...listExchanges(group).map(exchange => line(exchange, truthOf(exchange))));
  }
  const others = [runs, steps].flatMap(listExchanges);
  const untrue = others.filter(exchange => truthOf(exchange) !== undefined).length;
  say('', `The same for runs and steps: ${others.length} requests, ${untrue} untrue answers.`);
}

/** One request and its answer, and the truth where they differ. */
function line({ method, path, status, body }: Exchange, truth: string | undefined): string {
  const request = `${method.padEnd(6)} ${shorten(path.replace('/api/agents/agent_7', ''))}`;
  const answer = `${status} ${shorten(digest(body))}`;
  return `${request.padEnd(33)} ${answer}${truth === undefined ? '' : paint('red', `  <- ${truth}`)}`;
}

/** The fields of an answer that tell the story. */
function digest(body: unknown): string {
  const fields = Object.entries(Object(body) as object).filter(([name]) =>
    ['id', 'status', 'total', 'error'].includes(name),
  );
  return fields.map(([name, value]) => `${name}: ${String(value)}`).join(', ');
}

function shorten(text: string): string {
  return text.replace(/_([0-9a-f]{4})[0-9a-f]{28}/g, '_$1');
}

function showErrors(log: string): void {
  const errors = log.split('\n').filter(entry => entry.startsWith('{'));
  say(
    'The log of the service:',
    ...errors.map(entry => paint('dim', `  ${String((JSON.parse(entry) as { msg?: unknown }).msg)}`)),
  );
}

/** Whether every request was answered as a service should that saves what it says it saved. */
function answersRight({ threads, runs, steps, duplicate, refused }: Exchanges): boolean {
  const statuses = [threads, runs, steps, duplicate, refused].map(group =>
    listExchanges(group).map(({ status }) => status),
  );
  const life = [201, 200, 200, 200, 200, 204, 404];
  return isDeepStrictEqual(statuses, [life, life, life, [201, 409], [502, 404]]);
}

/** The exchanges of a group, in the order of their requests. */
function listExchanges(group: Life | Exchanges['duplicate'] | Exchanges['refused']): readonly Exchange[] {
  return Object.values<Exchange>({ ...group });
}
