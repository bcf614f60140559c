import type { RunningService } from '../test/support/threads-api/start-service.js';
import { runLoad, type Load } from '../test/support/threads-sqlite/run-load.js';
import { startSqliteService } from '../test/support/threads-sqlite/start-sqlite-service.js';
import { heading, paint, runCli, say, tell } from './story.js';

await tell('threads-sqlite', tellStory);

/** Shows the service before and after its statements move to workers; gives whether they do what they are moved for. */
async function tellStory(directory: string): Promise<boolean> {
  heading('1. A service on SQLite, whose driver is synchronous');
  const before = await askService(directory);

  heading('2. Its statements move to worker threads');
  runCli(
    directory,
    'fix',
    'src/repositories/thread-repository.ts',
    '--executor',
    'src/open-database.ts#openDatabase',
    '--diff',
  );
  const fixed = runCli(
    directory,
    'fix',
    '--executor',
    'src/open-database.ts#openDatabase',
    '--write',
    '--allow-dirty',
    '--allow-no-vcs',
  );

  heading('3. The same requests to the repaired service');
  const after = await askService(directory);

  const isMended = fixed === 0 && before.first === 'statement' && after.first === 'health check';
  const verdict = `The event loop was up to ${before.delay.max} ms late before, and up to ${after.delay.max} ms after.`;
  say('', isMended ? paint('green', verdict) : paint('red', `${verdict} This is not what the repair is for.`));
  return isMended;
}

async function askService(directory: string): Promise<Load> {
  const service: RunningService = await startSqliteService(directory);
  const load = await runLoad(service).finally(() => service.stop());
  const { delay, first } = load;
  say(
    'A client asks for a summary that takes the database a second, and for /health while it is made.',
    `  answered first: ${paint(first === 'statement' ? 'red' : 'green', first === 'statement' ? 'the summary; /health had to wait for it' : '/health, while the summary was made')}`,
    `  delay of the event loop: 99th percentile ${delay.p99} ms, longest ${delay.max} ms`,
  );
  return load;
}
