import type { FileDecision, Policy } from '../analysis/configuration/policy.js';
import { parseSettings, type Settings } from '../analysis/configuration/settings.js';
import { createFilePolicy } from './create-file-policy.js';
import { loadESLint, type ESLintPackage } from './load-eslint.js';
import { nameConfig } from './name-config.js';
import {
  readConfiguration,
  type Configuration,
  type ConfigurationRequest,
  type FileConfig,
} from './read-configuration.js';
import { readKnownFindings, type KnownCounts } from './read-known-findings.js';
import type { Syntax } from '../syntax/syntax.js';

/** Which project's files are judged, and what overrides its configuration. */
export interface PolicyRequest extends ConfigurationRequest {
  readonly syntax: Syntax;
  /** Settings that override the configuration. */
  readonly settings: Settings | undefined;
}

/** The policy, or why there is none. */
export type OpenedPolicy =
  | { readonly kind: 'opened'; readonly policy: Policy }
  /** No ESLint can be loaded. */
  | { readonly kind: 'noESLint' }
  /** The project's configuration cannot be read. */
  | { readonly kind: 'unreadable'; readonly problem: string };

/**
 * Opens what the project's own ESLint says of its files: which rules are on, with which options and settings, what it
 * ignores, and what comments and the list of known findings opt out of.
 */
export async function openESLintPolicy(request: PolicyRequest): Promise<OpenedPolicy> {
  const loaded = await loadESLint(request.folder);
  if (loaded.kind === 'missing') return { kind: 'noESLint' };
  if (loaded.kind === 'unreadable') return loaded;
  const { eslint } = loaded;
  const known = readKnownFindings(request.fileNames);
  if (known.kind === 'unreadable') return known;
  const read = await readConfiguration(eslint, request);
  if (read.kind === 'unreadable') return read;
  const { configuration } = read;
  const settings = readSettings(configuration, request);
  if (settings.kind === 'unreadable')
    return {
      kind: 'unreadable',
      problem: `${await nameConfig(eslint, request.folder, settings.fileName)}: ${settings.problem}`,
    };
  return {
    kind: 'opened',
    policy: createPolicy({ configuration, counts: known.counts, eslint, settings: settings.byConfig }, request),
  };
}

/** Either the settings of each fileConfig, or what is wrong with some. */
type ReadSettings =
  | { readonly kind: 'read'; readonly byConfig: ReadonlyMap<FileConfig, Settings> }
  | {
      readonly kind: 'unreadable';
      readonly problem: string;
      /** A file that they apply to. */ readonly fileName: string;
    };

function readSettings({ fileConfigs }: Configuration, { settings: given }: PolicyRequest): ReadSettings {
  const byText = new Map<string, Settings>();
  const byConfig = new Map<FileConfig, Settings>();
  for (const [fileName, fileConfig] of fileConfigs) {
    if (!fileConfig || byConfig.has(fileConfig)) continue;
    const parsed = given ? { ok: true as const, settings: given } : parseSettings(fileConfig.rawSettings);
    if (!parsed.ok) return { kind: 'unreadable', problem: parsed.problems.join(' '), fileName };
    const text = JSON.stringify(parsed.settings);
    const settings = byText.get(text) ?? parsed.settings;
    byText.set(text, settings);
    byConfig.set(fileConfig, settings);
  }
  return { kind: 'read', byConfig };
}

/** Everything that has been read. */
interface Sources {
  readonly configuration: Configuration;
  readonly counts: ReadonlyMap<string, KnownCounts>;
  readonly eslint: ESLintPackage;
  readonly settings: ReadonlyMap<FileConfig, Settings>;
}

function createPolicy({ configuration, counts, eslint, settings }: Sources, { syntax }: PolicyRequest): Policy {
  return {
    notices: configuration.notices,
    decide(sourceFile): FileDecision {
      const fileConfig = configuration.fileConfigs.get(sourceFile.fileName);
      const own = fileConfig && settings.get(fileConfig);
      if (!own) return { kind: 'skipped', reason: 'ESLint ignores it' };
      const policy = createFilePolicy({
        ...fileConfig,
        syntax,
        eslint,
        known: counts.get(sourceFile.fileName) ?? {},
        settings: own,
      });
      return policy.checksOf(sourceFile).kinds.size > 0
        ? { kind: 'judged', policy }
        : { kind: 'skipped', reason: 'the ESLint configuration turns on no rule of this plugin for it' };
    },
  };
}
