import type ts from 'typescript';
import { checksOfPreset } from '../../src/analysis/configuration/checks.js';
import type { PresetName } from '../../src/analysis/configuration/rule-options.js';
import { defaultSettings } from '../../src/analysis/configuration/settings.js';
import { explainCalls, type CallExplanation } from '../../src/analysis/explain-calls.js';
import { ProjectAnalyses } from '../../src/analysis/project-analysis.js';
import type { CheckedUnit } from '../../src/analysis/unit.js';
import { catalogue } from '../../src/catalogue/catalogue.js';
import { ClassicEngines } from '../../src/engines/classic/classic-engines.js';

/** A file whose awaits were removed, in a program. */
export interface SilentPlace {
  readonly sourceFile: ts.SourceFile;
  readonly program: ts.Program;
  readonly compiler: typeof ts;
  readonly preset: PresetName;
}

/**
 * Says, of the calls that begin at some offsets, what the product takes their promise to be used for and why it is silent of
 * it, as `returned: used`; undefined where it is not.
 */
export function explainSilence(starts: readonly number[], place: SilentPlace): string | undefined {
  const unit = toUnit(place);
  const explanations = starts
    .flatMap(start => explainCalls(unit, { start, end: start + 1 }))
    .filter(({ range }) => starts.includes(range.start));
  const one = explanations.find(({ origin }) => origin.kind === 'persistence') ?? explanations[0];
  return one && render(one);
}

function render({ use, verdict }: CallExplanation): string | undefined {
  if (verdict.kind === 'lost') return undefined;
  return `${use}: ${verdict.why === 'guarded' ? verdict.guard.id : verdict.why}`;
}

function toUnit({ compiler, preset, program, sourceFile }: SilentPlace): CheckedUnit {
  let engines = enginesOf.get(compiler);
  if (!engines) enginesOf.set(compiler, (engines = new ClassicEngines(compiler)));
  const engine = engines.of(program);
  return analyses.of({ engine, catalogue, settings: defaultSettings }).unitOf(sourceFile, checksOfPreset(preset));
}

/** What is found out of a program serves all its silent places. */
const analyses = new ProjectAnalyses();
const enginesOf = new Map<typeof ts, ClassicEngines>();
