import type { LibraryEntry } from '../library-entry.js';

/** routing-controllers, which sends what a handler returns. */
export const routingControllers: LibraryEntry = {
  library: 'routing-controllers',
  packages: ['routing-controllers'],
  routes: { decorators: ['All', 'Delete', 'Get', 'Head', 'Method', 'Patch', 'Post', 'Put'] },
};
