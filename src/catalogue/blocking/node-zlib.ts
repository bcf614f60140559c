import type { BlockingLibrary } from './blocking-library.js';

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
export const nodeZlib: BlockingLibrary = {
  library: 'node:zlib',
  packages: ['node'],
  calls: Object.fromEntries(
    methods.map(name => [`${name}Sync`, { instead: { kind: 'promisified', module: 'zlib', name } }]),
  ),
};
