import type { Linter } from 'eslint';
import type { RuleName } from '../analysis/kinds/kind.js';
import { toSchema } from '../analysis/configuration/option-schema.js';
import { presets, ruleOptions, type PresetName } from '../analysis/configuration/rule-options.js';
import { findRegisteredRules, type RegisteredRule } from './find-registered-rules.js';
import type { ESLintPackage } from './load-eslint.js';
import { readConfigs, type ReadConfigs } from './read-configs.js';

/** Which project's configuration is read, and what overrides it. */
export interface ConfigurationRequest {
  /** Where the project's configuration is looked for. */
  readonly folder: string;
  /** The files that are to be judged. */
  readonly fileNames: readonly string[];
  /** All files of the project. */
  readonly allFileNames: readonly string[];
  /** Whether the project's configuration is asked. */
  readonly readsConfig: boolean;
  /** The preset whose rules apply; if undefined, the rules that the configuration turns on. */
  readonly preset: PresetName | undefined;
  /** Additional rules, with their defaults if they are off. */
  readonly named: readonly RuleName[];
}

/** The configuration of some files. */
export interface FileConfig {
  /** The rules as the project knows them, those that are off included. */
  readonly registeredRules: readonly RegisteredRule[];
  /** Whether comments in a file have no say. */
  readonly noInlineConfig: boolean;
  /** The value of `settings.persistence`, not validated yet. */
  readonly rawSettings: unknown;
}

/** The configuration of each file, or why it cannot be read. */
export type ReadConfiguration =
  | { readonly kind: 'read'; readonly configuration: Configuration }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** The configuration of each file. */
export interface Configuration {
  /** By file name: undefined for a file that ESLint ignores. */
  readonly fileConfigs: ReadonlyMap<string, FileConfig | undefined>;
  /** Warnings about missing configuration, and what applies instead, one sentence each. */
  readonly notices: readonly string[];
}

const defaultPreset = 'recommended';

/** Reads the project's ESLint configuration for files. If there is none, or it does not name this plugin, a preset applies. */
export async function readConfiguration(
  eslint: ESLintPackage,
  request: ConfigurationRequest,
): Promise<ReadConfiguration> {
  const { fileNames, folder, preset, readsConfig } = request;
  if (!readsConfig) return { kind: 'read', configuration: presetAlone(request, []) };
  const read = await readConfigs(eslint, folder, fileNames);
  switch (read.kind) {
    case 'missing':
      return {
        kind: 'read',
        configuration: presetAlone(request, [
          `No ESLint configuration (eslint.config.js) found; using the preset \`${preset ?? defaultPreset}\`.`,
        ]),
      };
    case 'unreadable':
      return read;
    case 'read': {
      const prefix = findPrefix(read.configs);
      const others = prefix === undefined ? await readOthers(eslint, request) : read;
      if (others.kind === 'unreadable') return others;
      const known = prefix ?? (others.kind === 'read' ? findPrefix(others.configs) : undefined);
      return {
        kind: 'read',
        configuration: {
          fileConfigs: mapEach(read.configs, config => toFileConfig(config, known, request)),
          notices: [],
        },
      };
    }
  }
}

function presetAlone({ fileNames, named, preset }: ConfigurationRequest, notices: readonly string[]): Configuration {
  const fileConfig: FileConfig = {
    registeredRules: turnOn(named, registeredRulesOf(preset ?? defaultPreset, 'persistence')),
    noInlineConfig: false,
    rawSettings: undefined,
  };
  return { fileConfigs: new Map(fileNames.map(fileName => [fileName, fileConfig])), notices };
}

type Configs = ReadonlyMap<string, Linter.Config | undefined>;

/** The name that a configuration gives this plugin; undefined if no file uses it. */
function findPrefix(configs: Configs): string | undefined {
  for (const config of new Set(configs.values())) {
    const [registeredRule] = config ? findRegisteredRules(config) : [];
    if (registeredRule) return registeredRule.prefix;
  }
  return undefined;
}

/** Files without the plugin are off only if others use it: otherwise, a path on the command line would change its own configuration. */
async function readOthers(
  eslint: ESLintPackage,
  { allFileNames, fileNames, folder }: ConfigurationRequest,
): Promise<ReadConfigs> {
  const meant = new Set(fileNames);
  return await readConfigs(
    eslint,
    folder,
    allFileNames.filter(fileName => !meant.has(fileName)),
  );
}

function toFileConfig(
  { linterOptions = {}, settings = {}, ...config }: Linter.Config,
  prefix: string | undefined,
  { named, preset }: ConfigurationRequest,
): FileConfig {
  const isPresetHeld = preset !== undefined || prefix === undefined;
  return {
    registeredRules: turnOn(
      named,
      isPresetHeld ? registeredRulesOf(preset ?? defaultPreset, prefix ?? 'persistence') : findRegisteredRules(config),
    ),
    noInlineConfig: linterOptions.noInlineConfig === true,
    rawSettings: settings['persistence'],
  };
}

function registeredRulesOf(preset: PresetName, prefix: string): readonly RegisteredRule[] {
  const ruleNames = Object.keys(ruleOptions) as readonly RuleName[]; // Object.keys widens to string
  return ruleNames.map(rule => {
    const options = presets[preset][rule];
    return { rule, prefix, severity: options ? 2 : 0, options, schema: toSchema(ruleOptions[rule]) };
  });
}

function turnOn(named: readonly RuleName[], registeredRules: readonly RegisteredRule[]): readonly RegisteredRule[] {
  return registeredRules.map(one => (one.severity === 0 && named.includes(one.rule) ? { ...one, severity: 2 } : one));
}

/** Gives equal values for files with the same configuration. */
function mapEach<Result>(
  configs: Configs,
  transform: (config: Linter.Config) => Result,
): ReadonlyMap<string, Result | undefined> {
  const results = new Map<Linter.Config | undefined, Result>();
  for (const config of configs.values()) if (config && !results.has(config)) results.set(config, transform(config));
  return new Map([...configs].map(([fileName, config]) => [fileName, results.get(config)]));
}
