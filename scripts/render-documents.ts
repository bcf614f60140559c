import { toJsonSchema } from '@valibot/to-json-schema';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalogue } from '../src/catalogue/catalogue.js';
import { conventions } from '../src/catalogue/conventions.js';
import { librarySchema } from '../src/analysis/configuration/library-schema.js';
import { settingsSchema } from '../src/analysis/configuration/settings.js';
import { reportSchema } from '../src/analysis/report/report-schema.js';
import { linksOfPublisher, type PublisherLinks } from './links-of-publisher.js';
import { renderEntries } from './render-entries.js';
import { renderPageAssets } from './render-page-assets.js';
import { rooms } from './rooms.js';
import { ruleOptions, type OptionDeclarations } from '../src/analysis/configuration/rule-options.js';

/** A document as it should be. */
export interface GeneratedDocument {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** Every document with a generated part, the schemas, the list of the catalogue's entries, and what the HTML report is styled and run by, each made anew from the declarations it comes from. */
export function renderDocuments(): readonly GeneratedDocument[] {
  const rules = Object.entries(ruleOptions).map(([rule, options]) => {
    const path = `docs/rules/${rule}.md`;
    return { path, text: replacePart(readDocument(path), 'options', renderOptions(options)) };
  });
  const withNames = rules.map(({ path, text }) => ({
    path,
    text: path.endsWith('/no-unawaited-calls.md') ? replacePart(text, 'conventions', renderConventions()) : text,
  }));
  const architecture = 'docs/design/architecture.md';
  return [
    ...withNames,
    { path: architecture, text: replacePart(readDocument(architecture), 'rooms', renderRooms()) },
    { path: 'README.md', text: replacePart(readDocument('README.md'), 'libraries', renderLibraries()) },
    { path: 'package.json', text: renderManifest(readDocument('package.json'), linksOfPublisher()) },
    { path: 'src/catalogue/libraries.ts', text: renderEntries() },
    { path: 'src/reporters/html/page-assets.ts', text: renderPageAssets() },
    ...Object.entries(schemas).map(([name, schema]) => ({
      path: `schema/${name}.schema.json`,
      text: `${JSON.stringify(toJsonSchema(schema, { target: 'draft-07', ignoreActions: ['check', 'readonly'] }), null, 2)}\n`,
    })),
  ];
}

/** The manifest with the links of whoever publishes it, and with none while nobody does: a wrong one is worse than none. */
export function renderManifest(text: string, links: PublisherLinks | undefined): string {
  const entries = Object.entries(JSON.parse(text) as object).filter(([key]) => !linkKeys.includes(key)); // every manifest is an object
  const place = entries.findIndex(([key]) => key === 'license') + 1;
  return `${JSON.stringify(Object.fromEntries(entries.toSpliced(place, 0, ...Object.entries(links ?? {}))), undefined, 2)}\n`;
}

const linkKeys: readonly string[] = ['repository', 'homepage', 'bugs'] satisfies readonly (keyof PublisherLinks)[];

/** The published schemas. */
const schemas = { library: librarySchema, report: reportSchema, settings: settingsSchema } as const;

function readDocument(path: string): string {
  return readFileSync(resolve(import.meta.dirname, '..', path), 'utf8');
}

/** A text with the part between two marks replaced. */
export function replacePart(text: string, name: string, part: string): string {
  const pattern = new RegExp(`(<!-- ${name}: [^\\n]*-->\\n)[^]*?(<!-- end ${name} -->)`);
  if (!pattern.test(text)) throw new Error(`A document has no part named ${name}.`);
  return text.replace(pattern, (_, start: string, end: string) => `${start}\n${part}\n\n${end}`);
}

function renderLibraries(): string {
  return `${catalogue.libraries
    .map(({ library }) => library)
    .toSorted()
    .join(', ')}.`;
}

function renderOptions(options: OptionDeclarations): string {
  const rows = Object.entries(options).map(
    ([name, declaration]) =>
      `| \`${name}\` | \`${JSON.stringify(declaration.default)}\` | ${declaration.description} |`,
  );
  return ['| option | default | meaning |', '|---|---|---|', ...rows].join('\n');
}

function renderConventions(): string {
  const rows = Object.entries(conventions).map(
    ([list, { names, what }]) => `| \`${list}\` | ${what} | ${names.map(name => `\`${name}\``).join(', ')} |`,
  );
  return ['| list | names of | common ones |', '|---|---|---|', ...rows].join('\n');
}

function renderRooms(): string {
  const rows = Object.entries(rooms).map(([name, { does, mayImport }]) => {
    const allowed = mayImport.map(one => (one.endsWith(' type') ? `types of \`${one.slice(0, -5)}\`` : `\`${one}\``));
    return `| \`src/${name}\` | ${does} | ${allowed.join(', ') || 'nothing'} |`;
  });
  return ['| folder | what it does | may import |', '|---|---|---|', ...rows].join('\n');
}
