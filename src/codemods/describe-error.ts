/** What an error says, on one line; of a module that is not found without the list of those that asked for it. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\nRequire stack:[^]*/, '').replace(/\s+/g, ' ').trim() || 'no reason is given';
}

/** The same of an error that nobody expects: with its name, and where it was thrown, which helps whoever mends it. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return describeError(error);
  const [, place] = /^ +at .*?([^\s()/\\]+:\d+:\d+)\)?$/m.exec(error.stack ?? '') ?? [];
  return `${error.name}: ${describeError(error)}${place === undefined ? '' : ` at ${place}`}`;
}
