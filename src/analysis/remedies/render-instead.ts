import type { Instead } from '../../catalogue/blocking-call.js';

/** What to use in place of a blocking call, as a message says it after "use". */
export function renderInstead(instead: Instead): string {
  switch (instead.kind) {
    case 'module':
      return `\`${instead.name}\` from \`node:${instead.module}\``;
    case 'sibling':
      return `\`${instead.name}\``;
    case 'promisified':
      return `\`promisify(${instead.name})\``;
    case 'advice':
      return instead.use;
  }
}
