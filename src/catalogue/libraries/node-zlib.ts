import type { LibraryEntry } from '../library-entry.js';

const methods = [
  'brotliCompress',
  'brotliDecompress',
  'deflate',
  'deflateRaw',
  'gunzip',
  'gzip',
  'inflate',
  'inflateRaw',
  'unzip',
  'zstdCompress',
  'zstdDecompress',
];

/** Node's compression, checked against the declarations of 22.20 and 26.6. */
export const nodeZlib: LibraryEntry = {
  library: 'node:zlib',
  checked: ['22.20', '26.6'],
  packages: ['node'],
  blocking: {
    calls: Object.fromEntries(
      methods.map(name => [`${name}Sync`, { instead: { kind: 'promisified', module: 'zlib', name } }]),
    ),
  },
};
