import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createProject, light, lightConfig, lightRepaired } from '../support/create-project.js';
import { root } from '../support/paths.js';

const read = (cwd: string, path: string): string => readFileSync(resolve(cwd, path), 'utf8');

const command = `"${process.execPath}" "${resolve(root, 'dist/cli/bin.js')}" fix --write --allow-dirty --reporter json`;

/** Ways to run the command where `src` takes no more than the rest of a block; the second, a disk of its own, is not allowed everywhere. */
const fullDisks: readonly (readonly [code: string, script: string])[] = [
  ['EFBIG', `ulimit -f 1; ${command}`],
  ...(mayMount()
    ? [
        [
          'ENOSPC',
          `mv src held && mkdir src && mount -t tmpfs -o size=20k tmpfs src && cp held/* src && ${command}; cp -a src/. held`,
        ] as const,
      ]
    : []),
];

test.each(fullDisks)('a disk that takes no more loses nothing: %s', (code, script) => {
  const large = `${light}// ${'x'.repeat(4000)}\n`;
  const cwd = createProject({
    'tsconfig.json': JSON.stringify(lightConfig),
    'src/a.ts': light,
    'src/b.ts': large,
    'src/c.ts': light,
  });
  const isMounted = code === 'ENOSPC';
  const { stdout } = spawnSync(isMounted ? 'unshare' : 'bash', [...(isMounted ? ['-rm', 'bash'] : []), '-c', script], {
    cwd,
    encoding: 'utf8',
  });
  expect(JSON.parse(stdout)).toMatchObject({
    skipped: [{ path: 'src/b.ts', reason: expect.stringMatching(new RegExp(`^not written: ${code}: `)) as string }],
    summary: { fixed: 2, rolledBack: 1 },
  });
  const folder = isMounted ? 'held' : 'src';
  expect(read(cwd, `${folder}/a.ts`)).toBe(lightRepaired);
  expect(read(cwd, `${folder}/b.ts`)).toBe(large);
  expect(read(cwd, `${folder}/c.ts`)).toBe(lightRepaired);
  expect(readdirSync(resolve(cwd, folder))).toEqual(['a.ts', 'b.ts', 'c.ts']);
});

/** Whether the system lets a program mount a disk in a namespace of its own. */
function mayMount(): boolean {
  const { status } = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);
  if (status !== 0) console.warn('A full disk was not tried: this system does not let a program mount one.');
  return status === 0;
}

test('a folder that cannot be written to loses nothing', () => {
  const cwd = createProject({
    'tsconfig.json': JSON.stringify(lightConfig),
    'src/closed/a.ts': light,
    'src/b.ts': light,
  });
  onTestFinished(() => {
    chmodSync(resolve(cwd, 'src/closed'), 0o755);
  });
  chmodSync(resolve(cwd, 'src/closed'), 0o555);
  const run = [
    process.execPath,
    resolve(root, 'dist/cli/bin.js'),
    'fix',
    '--write',
    '--quiet',
    '--allow-no-vcs',
    '--allow-dirty',
    '--reporter',
    'json',
  ] as const;
  const [program, ...words] =
    process.getuid?.() === 0 ? (['setpriv', '--bounding-set=-dac_override', ...run] as const) : run; // or permissions would not hold for root
  const { stderr, stdout } = spawnSync(program, words, { cwd, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({
    skipped: [{ path: 'src/closed/a.ts', reason: expect.stringMatching(/^not written: EACCES: /) as string }],
    summary: { fixed: 1, rolledBack: 1 },
  });
  expect(read(cwd, 'src/closed/a.ts')).toBe(light);
  expect(read(cwd, 'src/b.ts')).toBe(lightRepaired);
});
