import type { BlockingCall, BlockingLibrary } from './blocking-library.js';

function promisified(name: string): BlockingCall {
  return { instead: { kind: 'promisified', name } };
}

/** Node's cryptography, checked against the declarations of 22.20 and 26.6. Hashes have no asynchronous form. */
export const nodeCrypto: BlockingLibrary = {
  library: 'node:crypto',
  packages: ['node'],
  calls: {
    argon2Sync: promisified('argon2'),
    checkPrimeSync: promisified('checkPrime'),
    generateKeyPairSync: promisified('generateKeyPair'),
    generateKeySync: promisified('generateKey'),
    generatePrimeSync: promisified('generatePrime'),
    hkdfSync: promisified('hkdf'),
    pbkdf2Sync: promisified('pbkdf2'),
    randomBytes: { ...promisified('randomBytes'), isCheap: true, blocksIf: 'resultGiven' },
    randomFillSync: { ...promisified('randomFill'), isCheap: true },
    randomInt: { ...promisified('randomInt'), isCheap: true, blocksIf: 'resultGiven' },
    scryptSync: promisified('scrypt'),
  },
};
