/**
 * The first word of a name, in lower case, whatever the name's own case: that of the method, where it is one of a class.
 *
 * @example 'save' of 'saveAll', 'Thread.saveAll', '#saveAll'
 */
export function firstWord(name: string): string {
  const own = name.slice(name.lastIndexOf('.') + 1);
  return (/[A-Z]?[a-z]*/.exec(own.replace(/^[^A-Za-z]+/, ''))?.[0] ?? '').toLowerCase();
}
