import type ts from 'typescript';
import type { Catalogue } from '../catalogue/catalogue-entry.js';
import type { TypeFacts } from '../engines/type-facts.js';
import type { Syntax } from '../syntax/syntax.js';
import type { Checks } from './configuration/checks.js';
import type { Settings } from './configuration/settings.js';
import { Memory } from './memory.js';
import { trailsOf, type Trails } from './origins/follow-call.js';
import type { CheckedUnit } from './unit.js';

/** What a program is analysed with. */
export interface Analysing {
  readonly facts: TypeFacts;
  readonly syntax: Syntax;
  readonly catalogue: Catalogue;
  readonly settings: Settings;
}

/** The analysis of one program under one set of settings: it owns all that is found out about it. */
export class ProjectAnalysis {
  readonly #analysing: Analysing;
  readonly #memory = new Memory();

  constructor(analysing: Analysing) {
    this.#analysing = analysing;
  }

  /** One file of the program, with what is looked for in it. */
  unitOf(sourceFile: ts.SourceFile, checks: Checks): CheckedUnit {
    return { ...this.#analysing, memory: this.#memory, sourceFile, checks };
  }

  /** What following calls came by so far. */
  get trails(): Trails {
    return trailsOf({ memory: this.#memory });
  }
}

/** The analyses of all programs that somebody still holds: one for each program, and for settings that say the same. */
export class ProjectAnalyses {
  readonly #ofPrograms = new WeakMap<TypeFacts, Map<string, ProjectAnalysis>>();

  of(analysing: Analysing): ProjectAnalysis {
    const { facts, settings } = analysing;
    let ofProgram = this.#ofPrograms.get(facts);
    if (!ofProgram) this.#ofPrograms.set(facts, (ofProgram = new Map<string, ProjectAnalysis>()));
    const key = JSON.stringify(settings);
    let analysis = ofProgram.get(key);
    if (!analysis) ofProgram.set(key, (analysis = new ProjectAnalysis(analysing)));
    return analysis;
  }

  /** What following calls came by so far in a program, whatever the settings. */
  trailsIn(facts: TypeFacts): readonly Trails[] {
    return [...(this.#ofPrograms.get(facts)?.values() ?? [])].map(({ trails }) => trails);
  }
}
