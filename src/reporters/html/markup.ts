/** HTML in which every text that was put in is escaped. */
export interface Markup {
  readonly html: string;
}

/** A value in a template: text, which is escaped, or markup, which is not. */
export type MarkupValue = string | number | Markup | readonly Markup[];

/** HTML from a template, of which the fixed parts are ASCII. Texts are escaped, so that they stand for themselves in an element and in a quoted attribute. */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return { html: String.raw({ raw: parts }, ...values.map(toHtml)) };
}

/** Nothing at all. */
export const nothing: Markup = { html: '' };

function toHtml(value: MarkupValue): string {
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  return isList(value) ? value.map(({ html }) => html).join('') : value.html;
}

/** `Array.isArray` loses the element type of a read-only list. */
function isList(value: Markup | readonly Markup[]): value is readonly Markup[] {
  return Array.isArray(value);
}

/**
 * What is not ASCII is written by its number: a page of nothing else is read faster, and by its bytes in whatever encoding. So is
 * a carriage return, which HTML makes a line feed of. A null character is none in HTML.
 */
function escapeText(text: string): string {
  return text
    .replaceAll('\0', '\uFFFD')
    .replace(/[&<>"'\r]|[^\0-\x7F]/gu, character => `&#${character.codePointAt(0) ?? 0};`);
}
