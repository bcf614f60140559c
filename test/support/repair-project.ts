import { resolve } from 'node:path';
import type ts from 'typescript';
import { analyseFile } from '../../src/analysis/analyse-file.js';
import { checksOfPreset } from '../../src/analysis/configuration/checks.js';
import type { FilePolicy } from '../../src/analysis/configuration/policy.js';
import { defaultSettings } from '../../src/analysis/configuration/settings.js';
import type { CheckedUnit } from '../../src/analysis/unit.js';
import { EditedText } from '../../src/codemods/edited-text.js';
import type { Fate, FileState } from '../../src/codemods/file-state.js';
import { loadProjects } from '../../src/codemods/load-projects.js';
import type { Verification } from '../../src/codemods/options.js';
import { createProjectHost } from '../../src/codemods/project-host.js';
import { repairFiles } from '../../src/codemods/repair-files.js';
import type { RepairPlanner } from '../../src/codemods/repair.js';
import { readSourceText } from '../../src/codemods/source-text.js';
import { uniformPolicy } from '../../src/codemods/uniform-policy.js';
import type { CreatedFile } from '../../src/codemods/workspace.js';
import type { Engine } from '../../src/engines/engine.js';
import { createProject } from './create-project.js';
import { analyses, unitIn } from './unit-of.js';

/** What a repaired project came to. */
export interface RepairedProject {
  readonly folder: string;
  /** The files' texts, by path. */
  readonly texts: Readonly<Record<string, string>>;
  readonly created: readonly CreatedFile[];
  readonly bundles: readonly (readonly string[])[];
  /** What became of each finding, in the order of files and text: its call and its fate. */
  readonly fates: readonly (readonly [call: string, fate: Fate])[];
}

/** Repairs a small project in memory with a planner of the test's own. */
export async function repairProject(
  files: Readonly<Record<string, string>>,
  planRepair: RepairPlanner,
  verify: Verification = 'file',
): Promise<RepairedProject> {
  const folder = createProject(files);
  const [project] = await loadProjects({ cwd: folder, paths: [], projects: [], workspaces: false });
  if (!project) throw new Error('the project cannot be loaded');
  const policy = uniformPolicy(checksOfPreset('strict'), defaultSettings);
  const host = createProjectHost(project);
  const states = Object.keys(files)
    .filter(path => path.endsWith('.ts'))
    .map(path => createState(resolve(folder, path)));
  const { bundles, created } = repairFiles(states, {
    host,
    analyses,
    toUnit,
    planRepair,
    refusalOf: () => undefined,
    verify,
    othersWith: () => [],
    nameOf: ({ configPath }) => configPath,
  });
  return {
    folder,
    created,
    bundles,
    texts: Object.fromEntries(states.map(({ fileName, text }) => [fileName.slice(folder.length + 1), text])),
    fates: states.flatMap(({ settled }) => [...settled].map(([{ call }, { fate }]) => [call, fate] as const)),
  };

  function createState(fileName: string): FileState {
    const original = readSourceText(fileName);
    const engine = host.engineWith(new Map());
    const sourceFile = engine.files.named(fileName);
    if (!original || !sourceFile) throw new Error(`${fileName} is not in the project`);
    const analysis = analyseFile(toUnit(engine, sourceFile, policy));
    const standings = policy.standingsOf(sourceFile, analysis.findings);
    return {
      fileName,
      original,
      policy,
      readOnlyReason: undefined,
      analysis,
      standings,
      edited: new EditedText(original.text),
      text: original.text,
      settled: new Map(),
    };
  }

  function toUnit(engine: Engine, sourceFile: ts.SourceFile, of: FilePolicy): CheckedUnit {
    return unitIn(sourceFile, engine, { checks: of.checksOf(sourceFile), settings: of.settings });
  }
}
