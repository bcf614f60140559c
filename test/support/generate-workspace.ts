import ts from 'typescript';
import { lightConfig } from './create-project.js';
import type { Random } from './create-random.js';

/** A generated monorepo: its files, and the names of its packages, which are also those of their folders. */
export interface GeneratedWorkspace {
  readonly files: Readonly<Record<string, string>>;
  readonly packages: readonly string[];
}

/**
 * Generates a monorepo of packages that build on each other. All of their functions come to calls of a repository in the first
 * one, through any number of others, which await them, hand them on or lose them in every way; some packages give their
 * sources, others what these are built to.
 */
export function generateWorkspace(random: Random): GeneratedWorkspace {
  const packages = ['store', 'core', 'services', 'api'];
  const known: Callable[] = [
    { names: ['rows'], uses: ['rows.insert(row)', 'rows.find(row)'], package: 'store', module: 'rows' },
  ];
  const contents = packages.flatMap(name => {
    const modules: Record<string, string> = name === 'store' ? { rows: repository } : {};
    for (const module of ['first', 'second']) {
      const { own, text } = generateModule({ package: name, module, known, random });
      modules[module] = text;
      known.push(...own);
    }
    return Object.entries(packageFiles(name, modules, random));
  });
  return {
    packages,
    files: {
      'package.json': JSON.stringify({ name: 'demo', private: true, type: 'module', workspaces: ['packages/*'] }),
      'tsconfig.json': JSON.stringify({ files: [] }),
      ...Object.fromEntries(contents),
    },
  };
}

/** What a module exports that can be called, or holds what can. */
interface Callable {
  /** What has to be imported to call it. */
  readonly names: readonly string[];
  /** Calls of it, as they are written where `row` is a text. */
  readonly uses: readonly string[];
  /** What a module that calls it has to declare, with a body of its own. */
  readonly beside?: (body: string) => string;
  readonly package: string;
  readonly module: string;
}

const repository = `export class RowRepository {
  async insert(row: string): Promise<string> { return Promise.resolve(row); }
  async find(id: string): Promise<string> { return Promise.resolve(id); }
}
export const rows = new RowRepository();
export const log = (...values: readonly unknown[]): void => { values.forEach(String); };
export const pause = (): Promise<void> => Promise.resolve();
`;

/** Where a module is generated, and what it can call of others. */
interface Place extends Pick<Callable, 'module' | 'package'> {
  readonly known: readonly Callable[];
  readonly random: Random;
}

const functionsPerModule = 4;

function generateModule({ known, module, package: owner, random }: Place): {
  readonly own: readonly Callable[];
  readonly text: string;
} {
  const forms = Array.from({ length: functionsPerModule }, (_, index) =>
    generateForm(`${owner}${module}${index}`, random),
  );
  const own = forms.map(({ callable }) => ({ ...callable, package: owner, module }));
  const used = new Set<Callable>();
  const declared = forms.map(({ render }, index) =>
    render(generateBody(random, () => useOf([...known, ...own.slice(0, index)].slice(-9), own.slice(index)))),
  );
  const beside = [...used].flatMap(
    callable => callable.beside?.(generateBody(random, () => useOf(known.slice(-9), []))) ?? [],
  );
  const names = new Map<string, Set<string>>([[moduleOf('store', 'rows', owner), new Set(['log', 'pause', 'rows'])]]);
  for (const callable of used)
    if (callable.package !== owner || callable.module !== module) {
      const specifier = moduleOf(callable.package, callable.module, owner);
      names.set(specifier, new Set([...(names.get(specifier) ?? []), ...callable.names]));
    }
  const imports = [...names].map(([specifier, all]) => `import { ${[...all].join(', ')} } from '${specifier}';`);
  return { own, text: [...imports, ...beside, ...declared, ''].join('\n') };

  /** A call of something that stands before, and now and then of something that stands behind, so that there are circles. */
  function useOf(earlier: readonly Callable[], later: readonly Callable[]): string {
    const callable = pick(later.length > 0 && random(15) === 0 ? later : earlier, random);
    used.add(callable);
    return pick(callable.uses, random);
  }
}

function moduleOf(owner: string, module: string, user: string): string {
  return owner === user ? `./${module}.js` : `@demo/${owner}`;
}

/** A form that a function can have, which shows its body, and how it is called. */
interface Form {
  readonly callable: Pick<Callable, 'beside' | 'names' | 'uses'>;
  readonly render: (body: string) => string;
}

function generateForm(id: string, random: Random): Form {
  const head = '(row: string): Promise<string>';
  const forms: readonly Form[] = [
    {
      callable: { names: [`${id}Save`], uses: [`${id}Save(row)`] },
      render: body => `export async function ${id}Save${head} {\n${body}}`,
    },
    {
      callable: { names: [`${id}Keep`], uses: [`${id}Keep(row)`] },
      render: body => `export const ${id}Keep = async ${head} => {\n${body}};`,
    },
    {
      callable: { names: [`${id}Given`], uses: [`${id}Given(row)`] },
      render: body =>
        `async function ${id}inner${head} {\n${body}}\nconst ${id}Given = ${id}inner;\nexport { ${id}Given };`,
    },
    {
      callable: { names: [`${id}Shelf`], uses: [`new ${id}Shelf().${id}put(row)`] },
      render: body => `export class ${id}Shelf {\n  async ${id}put${head} {\n${body}  }\n}`,
    },
    {
      callable: { names: [`${id}Base`], uses: [`new (class extends ${id}Base {})().${id}run(row)`] },
      render: body =>
        `export abstract class ${id}Base {\n  async ${id}run${head} { return this.${id}step(row); }\n  protected async ${id}step${head} {\n${body}  }\n}`,
    },
    {
      callable: { names: [`${id}shelves`], uses: [`${id}shelves.main.${id}fill(row)`] },
      render: body => `export const ${id}shelves = { main: { ${id}fill: async ${head} => {\n${body}} } };`,
    },
    {
      callable: { names: [`${id}open`], uses: [`${id}open().${id}hold(row)`] },
      render: body =>
        `export function ${id}open(): { ${id}hold${head} } {\n  return { async ${id}hold${head} {\n${body}} };\n}`,
    },
    {
      callable: { names: [`${id}sink`], uses: [`${id}sink.${id}drain(row)`] },
      render: body =>
        `export interface ${id}Sink { ${id}drain${head}; }\nclass ${id}RowSink implements ${id}Sink { async ${id}drain${head} {\n${body}} }\nexport const ${id}sink: ${id}Sink = new ${id}RowSink();`,
    },
    {
      callable: {
        names: [`${id}Writer`, `type ${id}Port`],
        uses: [`new ${id}Writer(new ${id}Adapter()).${id}write(row)`],
        beside: body => `class ${id}Adapter implements ${id}Port { async ${id}send${head} {\n${body}} }`,
      },
      render: body =>
        `export interface ${id}Port { ${id}send${head}; }\nexport class ${id}Writer {\n  constructor(private readonly port: ${id}Port) {}\n  async ${id}write${head} {\n    await this.port.${id}send(row);\n${body}  }\n}`,
    },
  ];
  return pick(forms, random);
}

/** Statements that lose calls, or see to them, and a return. */
function generateBody(random: Random, call: () => string): string {
  const statements = Array.from({ length: 1 + random(3) }, () => pick(statementsWith, random)(call, random));
  const last = pick(
    ['return row;', 'return row;', 'return row;', `return ${call()};`, `return await ${call()};`],
    random,
  );
  return [...statements.flat(), last].map(line => `    ${line}\n`).join('');
}

type Statement = (call: () => string, random: Random) => readonly string[];

const dropped: Statement = call => [`${call()};`];

const statementsWith: readonly Statement[] = [
  dropped,
  dropped,
  dropped,
  dropped,
  call => [`await ${call()};`],
  call => [`await ${call()};`],
  call => [`log(await ${call()});`],
  call => [`void ${call()};`],
  call => [`${call()}.catch(log);`],
  call => [`${call()}.then(log);`],
  call => ['// fire-and-forget: it may come late', `${call()};`],
  call => ['// not awaited on purpose', `${call()};`],
  call => ['// eslint-disable-next-line persistence/no-unawaited-calls -- it may come late', `${call()};`],
  call => [`${call()}; // eslint-disable-line`],
  call => ['/* eslint-disable persistence/no-unawaited-calls */', `${call()};`, '/* eslint-enable */'],
  call => [`{ const kept = ${call()}; log(row.length); }`],
  call => [`{ const kept = ${call()}; if (row === 'a') return row; log(await kept); }`],
  call => [`{ const all = [${call()}, ${call()}]; log(all.length); }`],
  call => [`[row].forEach(row => ${call()});`],
  call => [`[row].forEach(async row => { await ${call()}; });`],
  call => [`[row].map(row => ${call()});`],
  call => [`await Promise.all([${call()}, ${call()}]);`],
  call => [`Promise.all([${call()}, ${call()}]);`],
  call => ['try {', `  ${call()};`, '} catch (error) { log(error); }'],
  call => ['try {', `  await ${call()};`, '} catch (error) { log(error); }'],
  call => ['try {', `  if (row === 'b') return ${call()};`, '} catch (error) { log(error); }'],
  call => ["if (row === 'c') {", `  ${call()};`, '  return row;', '}'],
  call => [`if (row === 'd') return ${call()};`],
  (call, random) =>
    random(4) > 0 ? [] : ["if (row === 'e') for (;;) {", `  await ${call()};`, '  await pause();', '}'],
  (call, random) => (random(4) > 0 ? [] : ["if (row === 'f') while (true) {", `  ${call()};`, '  await pause();', '}']),
  call => ['log(`${', `  ${call()}`, '}`);'],
  call => ['const later = (): void => {', `  ${call()};`, '};', 'later();'],
];

/** How a package gives its modules: as they are, or as what they are built to, by what its source is then found with. */
const givings = [
  { types: './src/index.ts', options: {}, built: undefined, hasMaps: false },
  { types: './dist/index.d.ts', options: { outDir: 'dist', rootDir: 'src' }, built: 'dist', hasMaps: false },
  { types: './types/index.d.ts', options: {}, built: 'types', hasMaps: true },
  { types: './dist/index.d.ts', options: { noEmit: true }, built: 'dist', hasMaps: false },
] as const;

function packageFiles(
  name: string,
  modules: Readonly<Record<string, string>>,
  random: Random,
): Readonly<Record<string, string>> {
  const { built, hasMaps, options, types } = pick(givings, random);
  const index = Object.keys(modules).map(module => `export * from './${module}.js';\n`);
  const sources = { ...modules, index: index.join('') };
  const files: Record<string, string> = {
    'package.json': JSON.stringify({ name: `@demo/${name}`, type: 'module', exports: { types, default: types } }),
    'tsconfig.json': JSON.stringify({
      ...lightConfig,
      compilerOptions: { ...lightConfig.compilerOptions, skipLibCheck: true, ...options },
    }),
  };
  for (const [module, text] of Object.entries(sources)) {
    files[`src/${module}.ts`] = text;
    if (built === undefined) continue;
    files[`${built}/${module}.d.ts`] = ts.transpileDeclaration(text, { fileName: `${module}.ts` }).outputText;
    if (hasMaps)
      files[`${built}/${module}.d.ts.map`] = JSON.stringify({
        version: 3,
        sources: [`../src/${module}.ts`],
        mappings: '',
      });
  }
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`packages/${name}/${path}`, text]));
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}
