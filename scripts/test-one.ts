import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** What can be tested alone: the words that tell Vitest where its tests are, and the variable that tells these what is meant. */
const subjects = {
  kind: { variable: 'PERSISTENCE_KIND', words: ['test/analysis/fixtures.test.ts'] },
  library: {
    variable: 'PERSISTENCE_LIBRARY',
    words: ['--config', 'test/libraries/vitest.config.ts', 'libraries.library-test'],
  },
} as const;

/** Runs the tests of one kind or of one library: `npm run test:kind -- floating`. A name that nothing has fails. */
const root = resolve(import.meta.dirname, '..');
const [subject, name, ...others] = process.argv.slice(2);
if ((subject !== 'kind' && subject !== 'library') || name === undefined) {
  console.error('Say which one: npm run test:kind -- floating, npm run test:library -- knex.');
  process.exit(2);
}
const { variable, words } = subjects[subject];
try {
  execFileSync(process.execPath, [resolve(root, 'node_modules/vitest/vitest.mjs'), 'run', ...words, ...others], {
    cwd: root,
    env: { ...process.env, [variable]: name },
    stdio: 'inherit',
  });
} catch {
  process.exitCode = 1; // and Vitest has said why
}
