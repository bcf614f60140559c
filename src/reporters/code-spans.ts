/** A piece of a sentence: words, or code between backticks. */
export interface Span {
  readonly kind: 'text' | 'code';
  readonly text: string;
}

/** The pieces of a sentence of ours, in which `x` is code and, since a tagged template is a call as well, also `` x`…` ``. */
export function toSpans(sentence: string): readonly Span[] {
  return sentence
    .split(/(`(?:[^`]|`…`)+`)/)
    .map((part, index) =>
      index % 2 === 1 ? { kind: 'code' as const, text: part.slice(1, -1) } : { kind: 'text' as const, text: part },
    )
    .filter(({ text }) => text !== '');
}
