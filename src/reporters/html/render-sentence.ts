import { toSpans } from '../code-spans.js';
import { markup, type Markup } from './markup.js';

/** A sentence of ours, in which code is code. */
export function renderSentence(sentence: string): Markup {
  return markup`${toSpans(sentence).map(({ kind, text }) => (kind === 'code' ? markup`<code>${text}</code>` : markup`${text}`))}`;
}
