import { spawnSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
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
  const target = realpathSync(fileName);
  if (!isInside(target, realpathSync(root))) return `this file is ${target}, outside of ${root}`;
  return (statSync(target).mode & 0o222) === 0 ? 'this file is read-only' : undefined;
}

/** Whether a comment at the beginning of a text, before any code, says so. */
function isGenerated(text: string): boolean {
  const comments = /^(?:#!.*)?(?:\s|\/\/.*|\/\*[^]*?\*\/)*/.exec(text)?.[0] ?? '';
  return /@generated\b/.test(comments);
}

/** The files that git ignores; none where there is no git, or no repository, or one that ignores the whole root. */
function findIgnored(files: readonly EditedFile[], root: string): ReadonlySet<string> {
  const names = [root, ...files.map(({ fileName }) => fileName)];
  const { status, stdout } = spawnSync('git', ['check-ignore', '-z', '--stdin'], {
    cwd: root,
    encoding: 'utf8',
    input: names.join('\0'),
  });
  const ignored = new Set(status === 0 ? stdout.split('\0') : []);
  return ignored.has(root) ? new Set() : ignored;
}
