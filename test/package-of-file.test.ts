import { expect, test } from 'vitest';
import { packageOfFile } from '../src/package-of-file.js';

test.each([
  ['/app/node_modules/typeorm/repository/Repository.d.ts', 'typeorm'],
  ['/app/node_modules/@azure/cosmos/dist/esm/client/Item/Items.d.ts', '@azure/cosmos'],
  ['/app/node_modules/@types/pg/index.d.ts', 'pg'],
  ['/app/node_modules/@types/mikro-orm__core/index.d.ts', '@mikro-orm/core'],
  ['/app/node_modules/.pnpm/knex@3.1.0/node_modules/knex/types/index.d.ts', 'knex'],
  ['/app/node_modules/outer/node_modules/inner/index.d.ts', 'inner'],
  ['/app/src/node_modules.ts', undefined],
  ['/app/src/thread-repository.ts', undefined],
])('%s is of %s', (path, expected) => {
  expect(packageOfFile(path)).toBe(expected);
});
