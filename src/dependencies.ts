import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync, lstatSync, type Dirent } from 'node:fs';
import { createRequire } from 'node:module';

/** Something that was asked of the world around a run, and what the answer was. While all answers are the same, so is what comes of them. */
export interface Dependency {
  /** What was asked: a name of {@link diskQuestions}, or of a question that somebody else asks and answers. */
  readonly kind: string;
  readonly subject: string;
  readonly answer: string;
}

/** What a run came to, and all that it depends on. */
export interface Recorded<Result> {
  readonly result: Result;
  readonly dependencies: readonly Dependency[];
}

const recording = new AsyncLocalStorage<Map<string, Dependency>>();

/** Runs something and records what {@link noteDisk} and {@link noteAnswer} are told meanwhile. */
export async function recordDependencies<Result>(run: () => Promise<Result>): Promise<Recorded<Result>> {
  const noted = new Map<string, Dependency>();
  const result = await recording.run(noted, run);
  return { result, dependencies: [...noted.values()] };
}

/** Whether anybody wants to know. */
export function isRecording(): boolean {
  return recording.getStore() !== undefined;
}

/**
 * Notes that the disk is about to be asked something. To be called before that, so that what changes between the two answers
 * is seen as a change later on.
 */
export function noteDisk(kind: DiskQuestion, subject: string): void {
  noteAnswer(kind, subject, diskQuestions[kind]);
}

/** Notes what somebody was told. What was asked before keeps its first answer. */
export function noteAnswer(kind: string, subject: string, answerTo: (subject: string) => string): void {
  const noted = recording.getStore();
  const key = `${kind} ${subject}`;
  if (noted && !noted.has(key)) noted.set(key, { kind, subject, answer: answerTo(subject) });
}

/** Notes what was recorded elsewhere, such as in another thread. */
export function noteRecorded(dependencies: readonly Dependency[]): void {
  for (const { answer, kind, subject } of dependencies) noteAnswer(kind, subject, () => answer);
}

/** A question to the disk. */
export type DiskQuestion = keyof typeof diskQuestions;

/** What is asked of the disk, of a path each, and how it is answered; never throws. What is not there has an answer, too. */
export const diskQuestions = {
  /** What is written in a file. */
  text: hashOfFile,
  /** Whether it is a file, a folder or nothing, behind all links. */
  kind: path => orNothing(() => kindOf(statSync(path))),
  /** Whether there is anything by this name, be it a link that leads nowhere. */
  presence: path => orNothing(() => kindOf(lstatSync(path))),
  /** Whether anybody may write to a file. */
  writable: path => orNothing(() => String((statSync(path).mode & 0o222) !== 0)),
  /** The path behind all links. */
  realPath: path => orNothing(() => realpathSync.native(path)),
  /** The names in a folder, and what each is. */
  entries: path =>
    orNothing(() => hashOf(readdirSync(path, { withFileTypes: true }).map(toLine).toSorted().join('\n'))),
  /** The package that a file finds by a name, `FILE NAME`: where, and in which version. */
  package: subject => {
    const [name = '', ...file] = subject.split(' ').toReversed();
    const require = createRequire(file.toReversed().join(' '));
    return [name, `${name}/package.json`]
      .map(one => orNothing(() => require.resolve(one)))
      .map(path => `${path} ${path === '' ? '' : hashOfFile(path)}`)
      .join('\n');
  },
} as const satisfies Record<string, (subject: string) => string>;

function toLine(entry: Dirent): string {
  return `${entry.name}/${kindOf(entry)}`;
}

function kindOf(entry: Pick<Dirent, 'isDirectory' | 'isFile' | 'isSymbolicLink'>): string {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}

function hashOfFile(path: string): string {
  return orNothing(() => hashOf(readFileSync(path)));
}

function orNothing(answer: () => string): string {
  try {
    return answer();
  } catch {
    return '';
  }
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}
