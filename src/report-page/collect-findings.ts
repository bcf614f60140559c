/** A finding of the page. */
export interface PageFinding {
  readonly element: HTMLElement;
  /** What it has of each facet. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** All that is written in it and where it stands, in small letters. */
  readonly text: () => string;
}

/** All findings of the page, in their order. */
export function collectFindings(): readonly PageFinding[] {
  return [...document.querySelectorAll<HTMLElement>('.file')].flatMap(file => {
    const folders = JSON.parse(file.dataset['folders'] ?? '[]') as readonly string[]; // which the reporter writes like this
    const path = file.querySelector('h2')?.textContent ?? '';
    return [...file.querySelectorAll<HTMLElement>('.finding')].map(element => toFinding(element, folders, path));
  });
}

function toFinding(element: HTMLElement, folders: readonly string[], path: string): PageFinding {
  const own = Object.entries(element.dataset).map(([name, value = '']) => [name, [value]] as const);
  let text: string | undefined;
  return {
    element,
    values: new Map<string, readonly string[]>([...own, ['folder', folders]]),
    text: () => (text ??= `${path}\n${textOf(element)}`.toLowerCase()),
  };
}

/** The texts of a finding. What is not opened yet is markup, in which `<` and `>` are tags and what is escaped has a number. */
function textOf(element: HTMLElement): string {
  const parts = ['summary', 'noscript'].map(name => element.querySelector(name)?.textContent ?? '');
  const [line = '', markup = ''] = parts;
  const body = markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)));
  return `${line}\n${body}`;
}
