import type { CallbackUse, LibraryEntry } from '../library-entry.js';

/** What arrays do with what their callbacks give; a stream, an observable or a collection of the same method may wait. */
const ofArrays: Readonly<Record<string, CallbackUse>> = {
  every: { effect: 'drops', runs: 'atOnce' }, // which takes a promise for its result, as all that ask for a boolean
  filter: { effect: 'drops', runs: 'perItem' },
  find: { effect: 'drops', runs: 'atOnce' },
  findIndex: { effect: 'drops', runs: 'atOnce' },
  findLast: { effect: 'drops', runs: 'atOnce' },
  findLastIndex: { effect: 'drops', runs: 'atOnce' },
  flatMap: { effect: 'collects', runs: 'perItem' },
  forEach: { effect: 'drops', runs: 'perItem' },
  map: { effect: 'collects', runs: 'perItem' },
  reduce: { effect: 'chains', runs: 'perItem' },
  reduceRight: { effect: 'chains', runs: 'perItem' },
  some: { effect: 'drops', runs: 'atOnce' },
  sort: { effect: 'drops', runs: 'atOnce' },
  toSorted: { effect: 'drops', runs: 'atOnce' },
};

/** Further types of the language with some of these methods; those of iterators run only as something takes their results. */
const alike: Readonly<Record<string, readonly string[]>> = {
  forEach: ['Map', 'ReadonlyMap', 'ReadonlySet', 'Set', ...typedArrays()],
  map: ['IteratorObject', 'Iterator'],
};

function typedArrays(): readonly string[] {
  return [
    'Int8',
    'Uint8',
    'Uint8Clamped',
    'Int16',
    'Uint16',
    'Int32',
    'Uint32',
    'Float32',
    'Float64',
    'BigInt64',
    'BigUint64',
  ].map(element => `${element}Array`);
}

/** What iterators do with their callbacks at once. */
const ofIterators = ['every', 'find', 'forEach', 'some'] as const;

/** The language itself, as TypeScript's libraries declare it: arrays, and what has the same methods; promises, texts and JSON. */
export const javascript: LibraryEntry = {
  library: 'JavaScript',
  packages: ['lib'],
  callbacks: {
    ...Object.fromEntries(Object.entries(ofArrays).map(([method, { runs }]) => [method, { runs }])),
    ...Object.fromEntries(
      Object.entries(ofArrays).flatMap(([method, use]) => [
        [`Array.${method}`, use],
        [`ReadonlyArray.${method}`, use],
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(alike).flatMap(([method, types]) =>
        types.map(type => [`${type}.${method}`, ofArrays[method] ?? {}]),
      ),
    ),
    ...Object.fromEntries(
      ofIterators.map(method => [
        `IteratorObject.${method}`,
        { effect: 'drops', runs: 'atOnce' } satisfies CallbackUse,
      ]),
    ),
    'ArrayConstructor.fromAsync': { effect: 'waits', runs: 'perItem' },
    'ArrayConstructor.from': { effect: 'collects', runs: 'perItem' },
    catch: { effect: 'chains', runs: 'atOnce' },
    finally: { effect: 'chains', runs: 'atOnce' },
    from: { runs: 'perItem' },
    replace: { runs: 'atOnce' },
    replaceAll: { runs: 'atOnce' },
    then: { effect: 'chains', runs: 'atOnce' },
  },
  sinks: ['JSON.stringify'],
};
