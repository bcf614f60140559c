import { spawnSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { noteAnswer, noteDisk } from '../dependencies.js';
import { isInside } from './assign-files.js';

/** A file that repairs would edit. */
export interface EditedFile {
  readonly fileName: string;
  readonly text: string;
}

/**
 * Says of files why they may be judged and not edited, by file name: files are left out that may be. A generated file is made
 * again by its generator, an ignored one is not a source, and files outside `root` were not selected.
 */
export function findReadOnly(files: readonly EditedFile[], root: string): ReadonlyMap<string, string> {
  const ignored = findIgnored(files, root);
  return new Map(
    files.flatMap(file => {
      const reason = ignored.has(file.fileName) ? 'git ignores this file' : reasonFor(file, root);
      return reason === undefined ? [] : [[file.fileName, reason] as const];
    }),
  );
}

function reasonFor({ fileName, text }: EditedFile, root: string): string | undefined {
  if (isGenerated(text)) return 'this file is generated: fix its source instead';
  noteDisk('realPath', fileName);
  noteDisk('realPath', root);
  const target = realpathSync(fileName);
  if (!isInside(target, realpathSync(root))) return `this file is ${target}, outside of ${root}`;
  noteDisk('writable', target);
  return (statSync(target).mode & 0o222) === 0 ? 'this file is read-only' : undefined;
}

/** Whether a comment at the beginning of a text, before any code, says so. */
function isGenerated(text: string): boolean {
  const comments = /^(?:#!.*)?(?:\s|\/\/.*|\/\*[^]*?\*\/)*/.exec(text)?.[0] ?? '';
  return /@generated\b/.test(comments);
}

/** The files that git ignores; none where there is no git, or no repository, or one that ignores the whole root. */
function findIgnored(files: readonly EditedFile[], root: string): ReadonlySet<string> {
  const names = [root, ...files.map(({ fileName }) => fileName)].join('\0');
  const answer = askGit(names);
  noteAnswer('ignored', names, () => answer);
  const ignored = new Set(answer.split('\0'));
  return ignored.has(root) ? new Set() : ignored;
}

/** Which of some paths git ignores, each with a NUL behind it as they are given; the first is the folder that git is asked in. */
export function askGit(names: string): string {
  const [root = ''] = names.split('\0');
  const { status, stdout } = spawnSync('git', ['check-ignore', '-z', '--stdin'], {
    cwd: root,
    encoding: 'utf8',
    input: names,
  });
  return status === 0 ? stdout : '';
}
