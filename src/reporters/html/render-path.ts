import { markup, type Markup } from './markup.js';

/** A path as code, which may break after each folder. */
export function renderPath(path: string): Markup {
  const names = path.split('/');
  return markup`<code>${names.map((name, index) => (index === 0 ? markup`${name}` : markup`/<wbr>${name}`))}</code>`;
}
