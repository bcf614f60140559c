/** What an error says, on one line; of a module that is not found without the list of those that asked for it. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (
    text
      .replace(/\nRequire stack:[^]*/, '')
      .replace(/\s+/g, ' ')
      .trim() || 'no reason given'
  );
}

/** The same of an error that nobody expects: with its name, and where it was thrown, which helps whoever mends it. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return describeError(error);
  const [, place] = /^ +at .*?([^\s()/\\]+:\d+:\d+)\)?$/m.exec(error.stack ?? '') ?? [];
  return `${error.name}: ${describeError(error)}${place === undefined ? '' : ` at ${place}`}`;
}

/** An error that nobody handles, on one line, with the file that it comes from. */
export function describeStray(error: unknown): string {
  const place =
    findForeignPlace(error instanceof Error ? error.stack : undefined) ?? 'Something that the project loads';
  return `${place}: an error is not handled there (${describeFault(error)}).`;
}

/** Whether an error comes from this package alone. */
export function isOfThisPackage({ stack = '' }: Error): boolean {
  return stack.includes(own) && findForeignPlace(stack) === undefined;
}

/** The first place of a stack that is neither of Node nor of this package; undefined where there is none. */
export function findForeignPlace(stack = ''): string | undefined {
  const places = stack
    .split('\n')
    .map(line => /(?:^|[\s(])(?:file:\/\/)?(\/[^\s()?]+?)(?:\?[^\s():]*)?:(\d+)(?::\d+)?\)?$/.exec(line));
  const [, file, line] = places.find(place => place?.[1]?.startsWith(own) === false) ?? [];
  return file === undefined || line === undefined ? undefined : `${file}:${line}`;
}

/** Where this package's own modules are. */
const own = new URL('.', import.meta.url).pathname;
