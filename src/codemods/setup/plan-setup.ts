import { basename, join, relative } from 'node:path';
import type { FileChange } from '../../analysis/report/report.js';
import { packageInfo } from '../../package-info.js';
import type { ESLintSetup, Setup } from './detect-setup.js';
import { patchFlatConfig, type Addition } from './patch-flat-config.js';

/** The plan that sets up a project. */
export interface SetupPlan {
  /** Sentences about what was found. */
  readonly notes: readonly string[];
  /** Packages that are missing, as their package manager takes them. */
  readonly packages: readonly string[];
  /** Files that are written, by their paths below the folder. */
  readonly changes: readonly FileChange[];
}

/** Plans what is missing for the rules to run in ESLint, and for the command line to find the files. TypeScript stays as it is. */
export function planSetup(setup: Setup): SetupPlan {
  const { change, note } = planESLint(setup);
  const isLinted = change !== undefined;
  const wanted = isLinted ? [packageInfo.name, ...(needsParser(setup) ? ['typescript-eslint'] : [])] : [];
  const jsconfig = setup.language === 'javascript' && !setup.hasConfig ? [planJsconfig()] : [];
  return {
    notes: [describeFound(setup), ...note, ...describeTypeScript(setup)],
    packages: [
      ...wanted.filter(name => setup.versionOf(name) === undefined),
      ...(isLinted && setup.versionOf('typescript') === undefined ? ['typescript@6.0'] : []),
    ],
    changes: [...(change ? [change] : []), ...jsconfig],
  };
}

/** The words that install packages for development. */
export function toInstallWords({ isWorkspace, packageManager }: Setup, packages: readonly string[]): readonly string[] {
  const words = {
    npm: ['install', '--save-dev'],
    pnpm: ['add', '--save-dev', ...(isWorkspace ? ['--workspace-root'] : [])],
    yarn: ['add', '--dev'],
    bun: ['add', '--dev'],
  };
  return [packageManager, ...words[packageManager], ...packages];
}

interface ESLintPlan {
  readonly change?: FileChange;
  readonly note: readonly string[];
}

function planESLint(setup: Setup): ESLintPlan {
  const { eslint } = setup;
  const major = Number(setup.versionOf('eslint')?.split('.')[0]);
  if (major < 9)
    return {
      note: [`ESLint ${major} is too old for the rules, which need 9 or later. \`scan\` and \`fix\` work without it.`],
    };
  switch (eslint.kind) {
    case 'none':
      return { note: ['`scan` and `fix` work without ESLint.'] };
    case 'unconfigured':
      return {
        change: { path: configName, before: undefined, after: renderConfig(setup) },
        note: [],
      };
    case 'legacy':
      return planLegacy(setup, eslint);
    case 'flat':
      return planFlat(setup, eslint);
  }
}

type Configured = Extract<ESLintSetup, { readonly path: string }>;

function planFlat(setup: Setup, { path, text }: Configured): ESLintPlan {
  if (text.includes(packageInfo.name)) return { note: [`${basename(path)} already has the plugin.`] };
  const addition = toAddition(setup, text);
  const after = patchFlatConfig(path, text, addition);
  if (after !== undefined) return { change: { path: relative(setup.folder, path), before: text, after }, note: [] };
  const lines = [...addition.loads, ...addition.elements].join('\n').replaceAll('\n', '\n  ');
  return {
    note: [`${basename(path)} has a form that is not known here. Add this to its list by hand:\n\n  ${lines}\n`],
  };
}

function planLegacy(setup: Setup, { path, text }: Configured): ESLintPlan {
  const override = {
    files: [patternOf(setup)],
    plugins: ['persistence'],
    parser: '@typescript-eslint/parser',
    parserOptions: { project: true },
    rules: { 'persistence/no-unawaited-calls': 'error', 'persistence/no-blocking-calls': 'error' },
  };
  if (text.includes('"persistence"')) return { note: [`${basename(path)} already has the plugin.`] };
  const config = /^\.eslintrc(?:\.json)?$/.test(basename(path)) ? parseObject(text) : undefined;
  if (!config)
    return { note: [`${basename(path)}: add this to its \`overrides\` by hand: ${JSON.stringify(override)}.`] };
  const overrides: readonly unknown[] = Array.isArray(config['overrides']) ? config['overrides'] : [];
  const [, indent = '  '] = /\n([ \t]+)/.exec(text) ?? [];
  const after = `${JSON.stringify({ ...config, overrides: [...overrides, override] }, undefined, indent)}\n`;
  return { change: { path: relative(setup.folder, path), before: text, after }, note: [] };
}

/** Undefined where the text is no plain JSON, whose comments would be lost. */
function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined; // an object has keys
  } catch {
    return undefined;
  }
}

/** The additions to a configuration, including types if it has none. */
function toAddition(setup: Setup, text: string): Addition {
  const isCommonJs = /\bmodule\.exports\b/.test(text);
  const load = (name: string, from: string): string =>
    isCommonJs ? `const ${name} = require('${from}');` : `import ${name} from '${from}';`;
  const hasTypes = /\b(?:projectService|tsconfigRootDir)\b|\bproject:/.test(text);
  const hasParser = !needsParser(setup);
  const folder = isCommonJs ? '__dirname' : 'import.meta.dirname';
  const options = `parserOptions: { projectService: true, tsconfigRootDir: ${folder} },`;
  const leaveOut = ignoresOf(setup);
  const parser = hasParser ? '' : '    parser: tseslint.parser,\n';
  const types = `{\n  files: ['${patternOf(setup)}'],\n${leaveOut ? `  ${leaveOut},\n` : ''}  languageOptions: {\n${parser}    ${options}\n  },\n}`;
  return {
    loads: [
      load('persistence', packageInfo.name),
      ...(hasTypes || hasParser || /\btseslint\b/.test(text) ? [] : [load('tseslint', 'typescript-eslint')]),
    ],
    elements: [...(hasTypes ? [] : [types]), presetOf(setup)],
  };
}

/** A configuration of a project that has none. */
function renderConfig(setup: Setup): string {
  const { elements, loads } = toAddition(setup, '');
  const list = elements.map(element => `  ${element.replaceAll('\n', '\n  ')},\n`).join('');
  const ignored = "  { ignores: ['**/dist/**', '**/build/**', '**/coverage/**'] },\n";
  return `${loads.join('\n')}\n\nexport default [\n${ignored}${list}];\n`;
}

/** The preset is about TypeScript, and takes other files where these are named. */
function presetOf(setup: Setup): string {
  const parts = [
    ...(setup.language === 'typescript' ? [] : [`files: ['${patternOf(setup)}']`]),
    ignoresOf(setup) ?? [],
  ].flat();
  return parts.length === 0
    ? 'persistence.configs.recommended'
    : `{ ...persistence.configs.recommended, ${parts.join(', ')} }`;
}

/** Leaves out the configuration itself, where it is written in the language that is linted: no project may include it. */
function ignoresOf({ eslint, language }: Setup): string | undefined {
  const name = eslint.kind === 'flat' ? basename(eslint.path) : configName;
  return /\.[cm]?ts$/.test(name) === (language === 'typescript') ? `ignores: ['${name}']` : undefined;
}

/** The name of a configuration that is created here. */
const configName = 'eslint.config.mjs';

function patternOf({ language }: Setup): string {
  return language === 'typescript' ? '**/*.{ts,tsx,mts,cts}' : '**/*.{js,jsx,mjs,cjs}';
}

/** Whether the configuration parses no TypeScript yet. */
function needsParser({ dependencies, eslint }: Setup): boolean {
  const text = eslint.kind === 'flat' ? eslint.text : '';
  if (eslint.kind === 'legacy') return false;
  return !(/tseslint|typescript-eslint|next|nuxt|antfu/.test(text) || dependencies.has('eslint-config-next'));
}

/** What makes the files of a JavaScript project known, and reads no package for its code. */
function planJsconfig(): FileChange {
  const config = {
    compilerOptions: { target: 'ES2023', module: 'NodeNext', maxNodeModuleJsDepth: 0 },
    exclude: ['node_modules', 'dist', 'build', 'coverage'],
  };
  return { path: 'jsconfig.json', before: undefined, after: `${JSON.stringify(config, undefined, 2)}\n` };
}

function describeFound({ eslint, framework, isWorkspace, language, packageManager, versionOf }: Setup): string {
  const compiler = versionOf('typescript');
  const linter = versionOf('eslint');
  const parts = [
    ...(isWorkspace ? [`a workspace of ${packageManager}`] : [packageManager]),
    ...(framework === undefined ? [] : [framework]),
    language === 'typescript' ? `TypeScript${compiler === undefined ? '' : ` ${compiler}`}` : 'JavaScript',
    eslint.kind === 'none' ? 'no ESLint' : `ESLint${linter === undefined ? '' : ` ${linter}`}`,
    ...('path' in eslint ? [basename(join(eslint.path))] : []),
  ];
  return `Found: ${parts.join(', ')}.`;
}

/** The note if the rules cannot run on the installed TypeScript. */
function describeTypeScript({ versionOf }: Setup): readonly string[] {
  const version = versionOf('typescript');
  if (version === undefined || isSupported(version)) return [];
  return [
    `TypeScript ${version} stays as it is. \`scan\` and \`fix\` use the bundled TypeScript; the rules need 5.4 to 6.0.`,
  ];
}

function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 5 && minor >= 4) || (major === 6 && minor === 0);
}
