/** The first few of some texts, in a sentence. */
export function listSome(texts: readonly string[], separator: ', ' | '; ' = ', '): string {
  const shown = texts.slice(0, 10);
  return `${shown.join(separator)}${texts.length > shown.length ? ` and ${texts.length - shown.length} more` : ''}`;
}
