import type { LibraryEntry } from '../library-entry.js';

/** MikroORM's migrations. */
export const mikroOrmMigrations: LibraryEntry = {
  library: '@mikro-orm/migrations',
  packages: ['@mikro-orm/migrations', '@mikro-orm/migrations-mongodb'],
  undisturbed: { methods: ['Migration.down', 'Migration.up'] },
};
