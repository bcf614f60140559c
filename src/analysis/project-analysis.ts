import type ts from 'typescript';
import type { Catalogue } from '../catalogue/create-catalogue.js';
import { extendCatalogue } from '../catalogue/extend-catalogue.js';
import type { Engine } from '../engines/engine.js';
import type { PublishedFile } from '../engines/published-files.js';
import type { Checks } from './configuration/checks.js';
import { parsePublished } from './configuration/parse-published.js';
import type { Settings } from './configuration/settings.js';
import type { ProjectFiles } from '../project-index/project-files.js';
import { Memory } from './memory.js';
import { trailsOf, type Trails } from './summaries/follow-call.js';
import type { CheckedUnit, Unit } from './unit.js';

/** What a project is analysed with. */
export interface Analysing {
  readonly engine: Engine;
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  /** The files in which packages of the project say what their calls are; none unless given. */
  readonly published?: readonly PublishedFile[];
}

/** The analysis of what one engine has read, under one set of settings: it owns all that is found out about it. */
export class ProjectAnalysis {
  readonly #unit: Unit;
  /** What is wrong with the entries of packages, a sentence each. */
  readonly problems: readonly string[];

  constructor({ catalogue, engine: { index, syntax, types: facts }, published: files = [], settings }: Analysing) {
    const own = new Set(settings.libraries.flatMap(({ packages }) => packages));
    const published = files.filter(file => !own.has(file.package)).map(parsePublished);
    const further = published.flatMap(parsed => (parsed.ok ? parsed.entries : []));
    this.problems = published.flatMap(parsed => (parsed.ok ? [] : parsed.problems));
    this.#unit = {
      syntax,
      facts,
      index,
      catalogue: extendCatalogue(catalogue, {
        entries: [...further, ...settings.libraries],
        conventions: settings.conventions,
      }),
      settings,
      memory: new Memory(),
    };
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
  readonly #publishedIn: (files: ProjectFiles) => readonly PublishedFile[];

  /** Takes what finds the files in which packages say what their calls are. */
  constructor(publishedIn: (files: ProjectFiles) => readonly PublishedFile[] = () => []) {
    this.#publishedIn = publishedIn;
  }

  of(analysing: Omit<Analysing, 'published'>): ProjectAnalysis {
    const { engine, settings } = analysing;
    let ofEngine = this.#ofEngines.get(engine);
    if (!ofEngine) this.#ofEngines.set(engine, (ofEngine = new Map<string, ProjectAnalysis>()));
    const key = JSON.stringify(settings);
    let analysis = ofEngine.get(key);
    if (!analysis) {
      analysis = new ProjectAnalysis({ ...analysing, published: this.#publishedIn(engine.files) });
      ofEngine.set(key, analysis);
    }
    return analysis;
  }

  /** What following calls came by so far in what an engine has read, whatever the settings. */
  trailsIn(engine: Engine): readonly Trails[] {
    return [...(this.#ofEngines.get(engine)?.values() ?? [])].map(({ trails }) => trails);
  }
}
