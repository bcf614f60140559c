import { resolve } from 'node:path';
import { describePrograms } from '../support/hangs/describe-programs.js';
import { servePglite, type ServedDatabase } from '../support/hangs/serve-pglite.js';
import { startProgram } from '../support/hangs/start-program.js';
import { root } from '../support/paths.js';

const folder = resolve(root, 'fixtures/hangs');
let database: ServedDatabase;

describePrograms({
  folder,
  packages: folder,
  concurrent: false, // PGlite has one session for all connections
  stages: [
    {
      name: 'with a pool of 1',
      start: module => Promise.resolve(startProgram(module, { DATABASE_URL: database.url })),
    },
  ],
  open: async () => {
    database = await servePglite(folder);
  },
  close: () => database.stop(),
});
