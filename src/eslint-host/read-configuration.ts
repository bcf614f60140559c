import type { Linter } from 'eslint';
import type { RuleName } from '../analysis/kinds/kind.js';
import { toSchema } from '../analysis/configuration/option-schema.js';
import { presets, ruleOptions, type PresetName } from '../analysis/configuration/rule-options.js';
import { findRegistrations, type Registration } from './find-registrations.js';
import type { ESLintPackage } from './load-eslint.js';
import { readConfigs, type ReadConfigs } from './read-configs.js';

/** Whose configuration is read, and what holds whatever it says. */
export interface ConfigurationRequest {
  /** Where the project's configuration is looked for. */
  readonly folder: string;
  /** The files that are to be judged. */
  readonly fileNames: readonly string[];
  /** All files of the project. */
  readonly allFileNames: readonly string[];
  /** Whether the project's configuration is asked. */
  readonly readsConfig: boolean;
  /** The rules that hold; where it is undefined, those that the configuration turns on. */
  readonly preset: PresetName | undefined;
  /** Rules that hold besides, with their defaults where they are off. */
  readonly named: readonly RuleName[];
}

/** What holds for some files. */
export interface Ruling {
  /** The rules as the project knows them, those that are off included. */
  readonly registrations: readonly Registration[];
  /** Whether comments in a file have no say. */
  readonly noInlineConfig: boolean;
  /** What `settings.persistence` holds, not proved yet. */
  readonly rawSettings: unknown;
}

/** What holds for each file, or why nobody can tell. */
export type ReadConfiguration =
  | { readonly kind: 'read'; readonly configuration: Configuration }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** What holds for each file. */
export interface Configuration {
  /** By file name: undefined for a file that ESLint ignores. */
  readonly rulings: ReadonlyMap<string, Ruling | undefined>;
  /** What could not be had of the project's configuration, and what holds in its place: a sentence each. */
  readonly notices: readonly string[];
}

const defaultPreset = 'recommended';

/** Reads what the project's ESLint configuration says of files. Where there is none, or it says nothing of this plugin, a preset holds. */
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
          `There is no ESLint configuration (eslint.config.js): the preset \`${preset ?? defaultPreset}\` holds.`,
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
        configuration: { rulings: mapEach(read.configs, config => toRuling(config, known, request)), notices: [] },
      };
    }
  }
}

function presetAlone({ fileNames, named, preset }: ConfigurationRequest, notices: readonly string[]): Configuration {
  const ruling: Ruling = {
    registrations: turnOn(named, registrationsOf(preset ?? defaultPreset, 'persistence')),
    noInlineConfig: false,
    rawSettings: undefined,
  };
  return { rulings: new Map(fileNames.map(fileName => [fileName, ruling])), notices };
}

type Configs = ReadonlyMap<string, Linter.Config | undefined>;

/** What a configuration calls this plugin; undefined where no file has it. */
function findPrefix(configs: Configs): string | undefined {
  for (const config of new Set(configs.values())) {
    const [registration] = config ? findRegistrations(config) : [];
    if (registration) return registration.prefix;
  }
  return undefined;
}

/** Files without the plugin are off only if others have it: without this, a path on the command line would change what holds for it. */
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

function toRuling(
  { linterOptions = {}, settings = {}, ...config }: Linter.Config,
  prefix: string | undefined,
  { named, preset }: ConfigurationRequest,
): Ruling {
  const isPresetHeld = preset !== undefined || prefix === undefined;
  return {
    registrations: turnOn(
      named,
      isPresetHeld ? registrationsOf(preset ?? defaultPreset, prefix ?? 'persistence') : findRegistrations(config),
    ),
    noInlineConfig: linterOptions.noInlineConfig === true,
    rawSettings: settings['persistence'],
  };
}

function registrationsOf(preset: PresetName, prefix: string): readonly Registration[] {
  const ruleNames = Object.keys(ruleOptions) as readonly RuleName[]; // Object.keys widens to string
  return ruleNames.map(rule => {
    const options = presets[preset][rule];
    return { rule, prefix, severity: options ? 2 : 0, options, schema: toSchema(ruleOptions[rule]) };
  });
}

function turnOn(named: readonly RuleName[], registrations: readonly Registration[]): readonly Registration[] {
  return registrations.map(one => (one.severity === 0 && named.includes(one.rule) ? { ...one, severity: 2 } : one));
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
