import type { BlockingCall, Trap } from '../blocking-call.js';
import type { LibraryEntry } from '../library-entry.js';

function promisified(name: string): BlockingCall {
  return { instead: { kind: 'promisified', module: 'crypto', name } };
}

/** A function whose forms are so many that the types of `promisify` say nothing of what it gives. */
function untyped(name: string): BlockingCall {
  return {
    instead: {
      kind: 'advice',
      use: `\`promisify(${name})\``,
      why: 'the types of `promisify` do not say what it returns',
    },
  };
}

/** `promisify` knows one form of a function, which has as many arguments as these. */
function exactly(count: number): Trap {
  return {
    kind: 'arity',
    least: count,
    most: count,
    why: `the types of \`promisify\` only know its form with ${count === 1 ? 'one argument' : `${count} arguments`}`,
  };
}

/** Node's cryptography, checked against the declarations of 22.20 and 26.6. Hashes have no asynchronous form. */
export const nodeCrypto: LibraryEntry = {
  library: 'node:crypto',
  checked: ['22.20', '26.6'],
  packages: ['node'],
  blocking: {
    calls: {
      argon2Sync: promisified('argon2'),
      checkPrimeSync: { ...promisified('checkPrime'), traps: [exactly(1)] },
      generateKeyPairSync: promisified('generateKeyPair'),
      generateKeySync: promisified('generateKey'),
      generatePrimeSync: untyped('generatePrime'),
      hkdfSync: promisified('hkdf'),
      pbkdf2Sync: promisified('pbkdf2'),
      randomBytes: { ...promisified('randomBytes'), isCheap: true, blocksIf: 'resultGiven' },
      randomFillSync: { ...untyped('randomFill'), isCheap: true },
      randomInt: { ...promisified('randomInt'), isCheap: true, blocksIf: 'resultGiven' },
      scryptSync: {
        instead: { kind: 'promisified', module: 'crypto', name: 'scrypt', result: 'Buffer' },
        traps: [exactly(3)],
      },
      sign: { ...untyped('sign'), isCheap: true, blocksIf: 'resultGiven' },
      verify: { ...untyped('verify'), isCheap: true, blocksIf: 'resultGiven' },
    },
  },
};
