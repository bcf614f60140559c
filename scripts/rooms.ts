/** A folder of `src`. */
export interface Room {
  readonly does: string;
  /** Folders and files of `src`, packages, and `node:*`. A name followed by `type` may only be imported as a type. */
  readonly mayImport: readonly string[];
}

/** All rooms, the lowest first, with the law of what may be imported: `test/architecture.test.ts` holds it, and the page is made of it. */
export const rooms: Readonly<Record<string, Room>> = {
  catalogue: {
    does: 'facts about libraries, the language and Node, as data, with lookups by name',
    mayImport: [],
  },
  syntax: {
    does: 'questions about a syntax tree alone, and tree walks',
    mayImport: ['typescript type'],
  },
  'project-index': {
    does: "an index of a project's trees: what is declared, named, called and imported where",
    mayImport: ['syntax', 'package-of-file', 'typescript type'],
  },
  engines: {
    does: 'compilers behind one interface; nothing else knows a program or a type checker',
    mayImport: [
      'syntax',
      'project-index',
      'package-of-file',
      'find-package',
      'dependencies',
      'describe-error',
      '@ts-morph/common',
      'typescript type',
      'node:*',
    ],
  },
  analysis: {
    does: 'what a call is, what happens to its promise, what is lost, how to fix it; pure',
    mayImport: ['syntax', 'project-index type', 'engines type', 'catalogue', 'group-by', 'typescript type', 'valibot'],
  },
  reporters: {
    does: 'reports to text and back, and merging reports; pure',
    mayImport: ['engines type', 'analysis', 'group-by', 'cli-table3', 'diff', 'sarif type', 'valibot'],
  },
  'report-page': {
    does: 'the script and the style of the HTML report, which run in a browser; `npm run generate` puts them into `reporters`',
    mayImport: [],
  },
  'eslint-host': {
    does: "asks the project's own ESLint which rules apply to a file, and what comments and its list of known findings opt out of",
    mayImport: [
      'syntax',
      'analysis',
      'package-info',
      'dependencies',
      'describe-error',
      'run-foreign',
      'eslint type',
      'typescript type',
      'valibot',
      'node:*',
    ],
  },
  rules: {
    does: 'ESLint: parser services in, reports out',
    mayImport: ['engines', 'analysis', 'catalogue', 'package-info', '@typescript-eslint/utils', 'typescript'],
  },
  codemods: {
    does: 'finds and loads projects, applies edits, verifies, writes',
    mayImport: [
      'syntax',
      'project-index',
      'engines',
      'analysis',
      'catalogue',
      'eslint-host',
      'package-of-file',
      'find-package',
      'group-by',
      'package-info',
      'dependencies',
      'describe-error',
      'ts-morph',
      'tinyglobby',
      'valibot',
      'yaml',
      'typescript type',
      'node:*',
    ],
  },
  cli: {
    does: 'arguments, printing, exit codes',
    mayImport: [
      'analysis type',
      'codemods',
      'reporters',
      'group-by',
      'package-info',
      'describe-error',
      'run-foreign',
      'commander',
      'node:*',
    ],
  },
};
