import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ClassicEngines } from '../../src/engines/classic/classic-engines.js';
import { createProject } from '../support/create-project.js';

const read = "import { readFileSync } from 'node:fs';\n";

test.each([
  ['a function that calls it', { 'a.ts': 'export function load() { return readFileSync(); }' }, ['load']],
  [
    'a function behind that one',
    { 'a.ts': 'function load() { return readFileSync(); }\nexport const start = () => load();' },
    ['load', 'start'],
  ],
  [
    'a function without a name, which belongs to the one around it',
    { 'a.ts': 'export function all(names: string[]) { return names.map(() => readFileSync()); }' },
    ['all'],
  ],
  ['no async function', { 'a.ts': 'export async function load() { return readFileSync(); }' }, []],
  [
    'what it is imported as',
    { 'a.ts': "import { readFileSync as take } from 'node:fs';\nexport function load() { return take(); }" },
    ['load', 'take'],
  ],
  [
    'what a default export is imported as',
    { 'read.ts': 'export default function load() { return readFileSync(); }', 'a.ts': "import take from './read.js';" },
    ['load', 'take'],
  ],
  [
    'what a default export without a name is imported as',
    { 'read.ts': 'export default () => readFileSync();', 'a.ts': "import { default as take } from './read.js';" },
    ['take'],
  ],
  [
    'what a variable is exported as',
    { 'read.ts': 'const load = () => readFileSync();\nexport default load;', 'a.ts': "import take from './read.js';" },
    ['load', 'take'],
  ],
  [
    'what is exported as default by a list',
    {
      'read.ts': 'function load() { return readFileSync(); }\nexport { load as default };',
      'a.ts': "export { default as take } from './read.js';",
    },
    ['load', 'take'],
  ],
  [
    'what an index gives, by the name of its folder',
    { 'read/index.ts': 'export default () => readFileSync();', 'a.ts': "import take from './read';" },
    ['take'],
  ],
  [
    'what an index gives, by a path alone',
    { 'index.ts': 'export default () => readFileSync();', 'a.ts': "import take from '.';" },
    ['take'],
  ],
  [
    'what `export =` gives',
    {
      'read.ts': 'function load() { return readFileSync(); }\nexport = load;',
      'a.ts': "import take = require('./read');",
    },
    ['load', 'take'],
  ],
  [
    'what holds a function that another one makes',
    {
      'a.ts': 'const createLoad = () => () => readFileSync();\nconst make = createLoad;\nexport const load = make();',
    },
    ['createLoad', 'load', 'make'],
  ],
  [
    'what holds a function by its name, as another one gives it',
    {
      'a.ts':
        'function createLoad() { function inner() { return readFileSync(); } return inner; }\n' +
        'function again() { return createLoad(); }\nexport const load = again();',
    },
    ['inner', 'load'],
  ],
  [
    'what holds a function that is made in a callback of a call that is returned',
    {
      'a.ts': 'const createLoad = () => { return debounce(() => readFileSync()); };\nexport const load = createLoad();',
    },
    ['createLoad', 'load'],
  ],
  [
    'not what holds the result of a function that has read already',
    { 'a.ts': 'const load = () => { return readFileSync(); };\nexport const text = load();\nconst { port } = text;' },
    ['load'],
  ],
  [
    'not what another file gives',
    {
      'read.ts': 'export default () => readFileSync();',
      'other.ts': 'export default () => 1;',
      'a.ts': "import take from './other.js';",
    },
    [],
  ],
])('a name leads to %s', (_, files, names) => {
  const folder = createProject(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, `${read}${text}`])),
  );
  const program = ts.createProgram(
    Object.keys(files).map(name => resolve(folder, name)),
    { noLib: true, noResolve: true, types: [] },
  );
  const found = new ClassicEngines(ts).of(program).index.namesReaching(new Set(['readFileSync']));
  expect([...found].filter(name => !name.includes(' ')).toSorted()).toEqual(names);
});
