import type { RunningService } from '../threads-api/start-service.js';

/** What the service did while it was asked for something slow. */
export interface Load {
  /** Which was answered first: the slow statement, or a health check that came while it ran. */
  readonly first: 'statement' | 'health check';
  /** How late the event loop was, in milliseconds. */
  readonly delay: { readonly p99: number; readonly max: number };
}

/** How many minutes a summary looks at, one by one, so that it takes a second or so. */
const minutes = 5_000_000;

/**
 * Asks for a summary that takes its time, for a health check while it is made, and for a hundred more of other things. The
 * service's log says in which order it answered.
 */
export async function runLoad(service: RunningService): Promise<Load> {
  const slow = fetch(`${service.url}/api/agents/agent_7/activity?minutes=${minutes}`);
  await service.untilLog(log => findRequest(log, '/activity') !== undefined);
  const health = fetch(`${service.url}/health`);
  await Promise.all([slow, health]);
  await service.untilLog(log =>
    [findRequest(log, '/activity'), findRequest(log, '/health')].every(
      id => id !== undefined && findAnswer(log, id) >= 0,
    ),
  );
  const log = service.log();
  const answers = ['/activity', '/health'].map(path => findAnswer(log, findRequest(log, path) ?? ''));
  const [statement = 0, check = 0] = answers;

  await Promise.all(
    Array.from({ length: 100 }, (_, index) => fetch(`${service.url}/api/agents/agent_${index}/threads`)),
  );
  const response = await fetch(`${service.url}/health`);
  const { event_loop_delay: delay } = (await response.json()) as { event_loop_delay: Load['delay'] };
  return { first: statement < check ? 'statement' : 'health check', delay };
}

/** The id that the log gives to the first request of a path. */
function findRequest(log: string, path: string): string | undefined {
  return linesOf(log).find(({ req }) => req?.url.includes(path))?.reqId;
}

/** Where in the log the answer to a request stands; -1 where it does not. */
function findAnswer(log: string, id: string): number {
  return linesOf(log).findIndex(({ reqId, res }) => reqId === id && res !== undefined);
}

interface LogLine {
  readonly reqId?: string;
  readonly req?: { readonly url: string };
  readonly res?: unknown;
}

function linesOf(log: string): readonly LogLine[] {
  const whole = log.slice(0, log.lastIndexOf('\n') + 1).split('\n'); // the last line may be half there
  return whole.filter(line => line.startsWith('{')).map(line => JSON.parse(line) as LogLine);
}
