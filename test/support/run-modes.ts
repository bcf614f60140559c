import type { Mode } from '../../src/analysis/report/report.js';
import { run, type Run } from '../../src/codemods/run.js';
import { createProject } from './create-project.js';

/** Every mode of a run. */
export const modes = ['scan', 'dryRun', 'write'] as const satisfies readonly Mode[];

const head = "import type { Container } from '@azure/cosmos';\ndeclare const posts: Container;\n";

/** Files with a finding of each outcome that a run has, and of both ways to opt out, in folders whose names want escaping. */
export const projectFiles = {
  'src/a b/100%, ü#1.ts': `\uFEFF${head}export async function save(): Promise<void> { /* 😀 */ posts.items.create({}); }\n`,
  'src/crlf.ts':
    `${head}export async function save(): Promise<void> {\n  posts.items.create({\n    id: '1',\n  });\n}\n`.replaceAll(
      '\n',
      '\r\n',
    ),
  'src/manual.ts': `${head}export class Saver {\n  static { posts.items.create({}); }\n}\n`,
  'src/race.ts': `${head}export async function save(): Promise<void> { Promise.race([posts.items.create({})]); }\n`,
  'src/unusual.ts': `interface ThreadRepository { save(): { then(this: { open: true }, callback: (value: number) => void): void } }
declare const threads: ThreadRepository;
export async function save(): Promise<void> { threads.save(); }
`,
  'src/disabled.ts': `${head}export async function save(): Promise<void> { posts.items.create({}); } // eslint-disable-line -- the feed tells\n`,
  'src/listed.ts': `${head}export async function save(): Promise<void> { posts.items.create({}); }\n`,
  'eslint-suppressions.json': JSON.stringify({ 'src/listed.ts': { 'persistence/no-unawaited-calls': { count: 1 } } }),
  'src/latin.ts': Uint8Array.of(0x2f, 0x2f, 0xe9, 0x0a),
} as const;

/** Runs a mode on a new project of {@link projectFiles}. */
export async function runMode(mode: Mode): Promise<Run> {
  return run(mode, { cwd: createProject(projectFiles) });
}
