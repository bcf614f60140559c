import type { ParserServices, TSESLint } from '@typescript-eslint/utils';
import ts from 'typescript';
import type { Checks } from '../analysis/configuration/checks.js';
import { parseSettings, type ParsedSettings } from '../analysis/configuration/settings.js';
import { ProjectAnalyses } from '../analysis/project-analysis.js';
import type { CheckedUnit } from '../analysis/unit.js';
import { catalogue } from '../catalogue/catalogue.js';
import { ClassicEngines } from '../engines/classic/classic-engines.js';
import { PublishedFiles, type PublishedFile } from '../engines/published-files.js';

/** Either the file to analyse, or why there is none. */
export type LoadedUnit =
  | { readonly kind: 'unit'; readonly unit: CheckedUnit }
  | { readonly kind: 'noTypeInformation' }
  | { readonly kind: 'invalidSettings'; readonly problems: readonly string[] }
  /** The file is not one that can be judged: not TypeScript, or embedded in another format by its parser. */
  | { readonly kind: 'notApplicable' };

/** Makes a unit of the file that ESLint is linting, from what its parser offers. */
export function loadUnit(
  context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>,
  checks: Checks,
): LoadedUnit {
  const parsed = parseSettingsOnce(context.settings['persistence']);
  if (!parsed.ok) return { kind: 'invalidSettings', problems: parsed.problems };

  const services: Partial<ParserServices> = context.sourceCode.parserServices ?? {};
  if (!services.program || !services.esTreeNodeToTSNodeMap) {
    return { kind: /\.[mc]?tsx?$/.test(context.filename) ? 'noTypeInformation' : 'notApplicable' };
  }
  // Parsers of components make a tree of their own around the one that TypeScript knows.
  if (!services.esTreeNodeToTSNodeMap.has(context.sourceCode.ast)) return { kind: 'notApplicable' };
  const sourceFile = services.esTreeNodeToTSNodeMap.get(context.sourceCode.ast);
  if (sourceFile.text !== context.sourceCode.text) return { kind: 'notApplicable' };
  const engine = kept.engines.of(services.program);
  const analysis = kept.analyses.of({ engine, catalogue, settings: parsed.settings });
  const { problems } = analysis;
  if (problems.length > 0) return { kind: 'invalidSettings', problems };
  return { kind: 'unit', unit: analysis.unitOf(sourceFile, checks) };
}

/**
 * What a process keeps: a linter asks for one rule and file after the other, and hands the same settings to each of them; an editor
 * with a new program after every change. All of it goes with what it was found out about.
 */
const kept = {
  engines: new ClassicEngines(ts),
  analyses: new ProjectAnalyses((files): readonly PublishedFile[] => kept.published.of(files)),
  published: new PublishedFiles(),
  settings: new WeakMap<object, ParsedSettings>(),
} as const;

function parseSettingsOnce(raw: unknown): ParsedSettings {
  if (typeof raw !== 'object' || raw === null) return parseSettings(raw);
  let parsed = kept.settings.get(raw);
  if (!parsed) kept.settings.set(raw, (parsed = parseSettings(raw)));
  return parsed;
}
