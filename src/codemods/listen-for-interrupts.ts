/** Records a request to end the process, instead of ending it. */
export interface Interrupts {
  heard(): boolean;
  /** Lets signals end the process again. */
  stop(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const satisfies readonly NodeJS.Signals[];

/** Starts to listen for interrupts, so that work in progress can be completed first. */
export function listenForInterrupts(): Interrupts {
  let isHeard = false;
  const note = (): void => {
    isHeard = true;
  };
  for (const signal of signals) process.on(signal, note);
  return {
    heard: () => isHeard,
    stop() {
      for (const signal of signals) process.off(signal, note);
    },
  };
}
