/** Where a piece of code stands in a text. `end` is after its last character. */
export interface CodeRange {
  readonly start: number;
  readonly end: number;
}

/** Every place where `code` stands in `text`, however either is laid out: white space and commas before a bracket count for nothing. */
export function findCode(code: string, text: string): readonly CodeRange[] {
  const wanted = readCode(code).letters;
  const { letters, places } = readCode(text);
  const found: CodeRange[] = [];
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
    found.push({ start: places[at] ?? 0, end: (places[at + wanted.length - 1] ?? 0) + 1 });
  }
  return found;
}

/** The letters that count, and where each stands. */
function readCode(text: string): { readonly letters: string; readonly places: readonly number[] } {
  const places = [...text.matchAll(/(?!,\s*[)\]}])\S/g)].map(({ index }) => index);
  return { letters: places.map(place => text.charAt(place)).join(''), places };
}
