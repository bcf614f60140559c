import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** adm-zip, which reads and writes archives. */
export const admZip: LibraryEntry = {
  library: 'adm-zip',
  packages: ['adm-zip'],
  blocking: {
    calls: {
      'AdmZip.extractAllTo': advice('`extractAllToAsync`', 'the asynchronous form takes different arguments'),
      'AdmZip.writeZip': advice('`writeZipPromise`', 'the asynchronous form takes different arguments'),
    },
  },
};
