import { resolve } from 'node:path';

/** The repository's root. */
export const root = resolve(import.meta.dirname, '../..');

/** The tsconfig of the small fixtures. */
export const fixturesConfig = resolve(root, 'fixtures/tsconfig.json');
