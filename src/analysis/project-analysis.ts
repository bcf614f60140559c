import type ts from 'typescript';
import type { Catalogue } from '../catalogue/catalogue-entry.js';
import type { Engine } from '../engines/engine.js';
import type { Checks } from './configuration/checks.js';
import type { Settings } from './configuration/settings.js';
import { Memory } from './memory.js';
import { trailsOf, type Trails } from './summaries/follow-call.js';
import type { CheckedUnit, Unit } from './unit.js';

/** What a project is analysed with. */
export interface Analysing {
  readonly engine: Engine;
  readonly catalogue: Catalogue;
  readonly settings: Settings;
}

/** The analysis of what one engine has read, under one set of settings: it owns all that is found out about it. */
export class ProjectAnalysis {
  readonly #unit: Unit;

  constructor({ catalogue, engine: { index, syntax, types: facts }, settings }: Analysing) {
    this.#unit = { syntax, facts, index, catalogue, settings, memory: new Memory() };
  }

  /** One of its files, with what is looked for in it. */
  unitOf(sourceFile: ts.SourceFile, checks: Checks): CheckedUnit {
    return { ...this.#unit, sourceFile, checks };
  }

  /** What following calls came by so far. */
  get trails(): Trails {
    return trailsOf(this.#unit);
  }
}

/** The analyses of all engines that somebody still holds: one for each engine, and for settings that say the same. */
export class ProjectAnalyses {
  readonly #ofEngines = new WeakMap<Engine, Map<string, ProjectAnalysis>>();

  of(analysing: Analysing): ProjectAnalysis {
    const { engine, settings } = analysing;
    let ofEngine = this.#ofEngines.get(engine);
    if (!ofEngine) this.#ofEngines.set(engine, (ofEngine = new Map<string, ProjectAnalysis>()));
    const key = JSON.stringify(settings);
    let analysis = ofEngine.get(key);
    if (!analysis) ofEngine.set(key, (analysis = new ProjectAnalysis(analysing)));
    return analysis;
  }

  /** What following calls came by so far in what an engine has read, whatever the settings. */
  trailsIn(engine: Engine): readonly Trails[] {
    return [...(this.#ofEngines.get(engine)?.values() ?? [])].map(({ trails }) => trails);
  }
}
