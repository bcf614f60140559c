import type { BlockingCall, BlockingLibrary } from './blocking-library.js';

function sibling(name: string): BlockingCall {
  return { instead: { kind: 'sibling', name } };
}

function advice(use: string): BlockingCall {
  return { instead: { kind: 'advice', use, why: 'it takes its arguments in another way' } };
}

const bcryptCalls: BlockingLibrary['calls'] = {
  compareSync: sibling('compare'),
  genSaltSync: sibling('genSalt'),
  hashSync: sibling('hash'),
};

/** Libraries that hash passwords, which is meant to take long; and tokens, which are signed in a moment. */
export const passwordLibraries: readonly BlockingLibrary[] = [
  { library: 'bcrypt', packages: ['bcrypt'], calls: bcryptCalls },
  { library: 'bcryptjs', packages: ['bcryptjs'], calls: bcryptCalls }, // its asynchronous form works on the same thread, but in pieces
  { library: 'bcrypt-ts', packages: ['bcrypt-ts'], calls: bcryptCalls },
  {
    library: '@node-rs/argon2',
    packages: ['@node-rs/argon2'],
    calls: { hashSync: advice('`hash`'), verifySync: advice('`verify`') },
  },
  {
    library: '@node-rs/bcrypt',
    packages: ['@node-rs/bcrypt'],
    calls: { hashSync: advice('`hash`'), verifySync: advice('`verify`') },
  },
  {
    library: 'jsonwebtoken',
    packages: ['jsonwebtoken'],
    calls: {
      sign: { ...advice('its form with a callback, or `jose`'), isCheap: true, blocksIf: 'resultGiven' },
      verify: { ...advice('its form with a callback, or `jose`'), isCheap: true, blocksIf: 'resultGiven' },
    },
  },
];
