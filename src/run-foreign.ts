import { setImmediate } from 'node:timers/promises';

/** How many calls of {@link runForeign} hear of errors that nobody handles. */
let hearing = 0;

/** Whether somebody hears of an error that nobody handles. */
export function isHeard(): boolean {
  return hearing > 0;
}

/**
 * Runs what loads code of the project. Rejects also with the errors of that code that no `catch` around it sees, since they
 * are thrown in a timer, in a promise that nobody handles or inside of Node's loader, and where it never comes to an end.
 */
export async function runForeign<Result>(run: () => Result | Promise<Result>): Promise<Result> {
  const strays = listenForStrays();
  try {
    const result = await Promise.race([begin(run), strays.failure]);
    await Promise.race([setImmediate(), strays.failure]); // by then it is known what else was begun and failed at once
    return result;
  } finally {
    await setImmediate(); // one error may be told in two ways
    strays.stop();
  }
}

async function begin<Result>(run: () => Result | Promise<Result>): Promise<Result> {
  return await run();
}

interface Strays {
  readonly failure: Promise<never>;
  readonly stop: () => void;
}

function listenForStrays(): Strays {
  const stops: (() => void)[] = [];
  const failure = new Promise<never>((_, reject) => {
    const refuseToWait = (): void => {
      reject(new Error('it never ends'));
    };
    hearing += 1;
    process.on('uncaughtException', reject).on('unhandledRejection', reject).once('beforeExit', refuseToWait);
    stops.push(() => {
      hearing -= 1;
      process.off('uncaughtException', reject).off('unhandledRejection', reject).off('beforeExit', refuseToWait);
    });
  });
  return {
    failure,
    stop() {
      for (const stop of stops) stop();
    },
  };
}
