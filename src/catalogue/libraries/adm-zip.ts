import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** adm-zip, which reads and writes archives. */
export const admZip: LibraryEntry = {
  library: 'adm-zip',
  packages: ['adm-zip'],
  blocking: {
    calls: {
      'AdmZip.extractAllTo': advice('`extractAllToAsync`', 'it takes other arguments'),
      'AdmZip.writeZip': advice('`writeZipPromise`', 'it takes other arguments'),
    },
  },
};
