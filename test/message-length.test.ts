import { describe, expect, test } from 'vitest';
import { describeLoss, type Loss } from '../src/analysis/describe-loss.js';
import { guards, reasonOf } from '../src/analysis/guards/guards.js';
import { closesOwnCaller } from '../src/analysis/guards/closes-own-caller.js';
import { silentGuards } from '../src/analysis/guards/silent-guards.js';
import { kindNames, kinds, renderMessage, type Kind } from '../src/analysis/kinds/kinds.js';
import { renderInstead } from '../src/analysis/remedies/render-instead.js';
import type { BlockingCall } from '../src/catalogue/blocking-call.js';
import { libraries } from '../src/catalogue/libraries.js';

/** What breaks the limits of a message, which has at most two sentences of at most 25 words. */
function findExcess(message: string): readonly string[] {
  const sentences = message.split(/(?<=[.!?]) (?=[^a-z])/).filter(sentence => sentence !== '');
  return [
    ...(sentences.length > 2 ? [`${sentences.length} sentences: ${message}`] : []),
    ...sentences
      .map(sentence => ({ sentence, words: sentence.split(/\s+/).filter(word => /\w/.test(word)).length }))
      .filter(({ words }) => words > 25)
      .map(({ sentence, words }) => `${words} words: ${sentence}`),
  ];
}

const words = (number: number): string => Array.from({ length: number }, () => 'Word').join(' ');

test.each([
  [`${words(25)}. ${words(25)}.`, 0],
  [`${words(26)}. ${words(3)}.`, 1],
  ['One. Two. `three` is one more.', 1],
  ['`a()` (a -> b -> c) waits, e.g. here. Await it.', 0],
])('%j breaks %i limits', (message, excess) => {
  expect(findExcess(message)).toHaveLength(excess);
});

const step = { name: 'threads.save', file: 'src/thread-store.ts', line: 128, column: 5 };
const typical: Loss = {
  call: 'service.saveAll()',
  kind: 'floating',
  origin: {
    library: 'typeorm',
    receiver: 'Repository',
    method: 'save',
    operation: 'write',
    execution: 'eager',
    via: ['ThreadService.saveAll'],
  },
  connection: 'free',
  who: 'the callback of `router.post()`',
  skipped: new Set(['catch', 'finally', 'using']),
  isHeard: false,
  heardBy: undefined,
  binding: 'saved',
  ignoring: '`threads.forEachInTurn()`',
  isOfArray: false,
};

/** The loss of a kind by every operation, execution, connection and handling. */
function lossesOf(kind: Kind): readonly Loss[] {
  const operations = ['write', 'read', 'transaction', 'connection', 'unknown'] as const;
  const handlings = [
    undefined,
    'handled',
    'caught',
    'callback',
    { call: 'threads.save()', by: 'catch', step },
    { call: 'threads.save()', by: 'handler', step },
  ] as const;
  return operations.flatMap(operation =>
    (kind === 'voidedLazy' ? (['lazy'] as const) : (['eager', 'lazy'] as const)).flatMap(execution =>
      (['free', 'inTransaction', 'beside'] as const).flatMap(connection =>
        handlings.map(heardBy => ({
          ...typical,
          kind,
          connection,
          heardBy,
          origin: { ...typical.origin, operation, execution },
          isHeard: typeof heardBy === 'string' || kinds[kind].rule === 'no-fire-and-forget',
        })),
      ),
    ),
  );
}

const blockingCalls: readonly BlockingCall[] = libraries.flatMap(({ blocking }) =>
  blocking ? Object.values(blocking.calls) : [],
);

describe('at most two sentences of at most 25 words', () => {
  test.each(kindNames)('say that a call is %s', kind => {
    const rendered = lossesOf(kind).map(loss => renderMessage(kind, describeLoss(loss)));
    expect(rendered.flatMap(findExcess)).toEqual([]);
    expect(findExcess(kinds[kind].description)).toEqual([]);
  });

  test('say what to use instead of every blocking call, and why it is not written', () => {
    expect(blockingCalls.length).toBeGreaterThan(100);
    const { path } = describeLoss(typical);
    for (const { instead, traps = [] } of blockingCalls) {
      for (const kind of ['blockingCall', 'blockingThrough'] as const) {
        const data = { ...describeLoss(typical), path, instead: renderInstead(instead) };
        expect(findExcess(renderMessage(kind, data))).toEqual([]);
      }
      const reasons = [...(instead.kind === 'advice' ? [instead.why] : []), ...traps.map(({ why }) => why)];
      expect(reasons.flatMap(reason => findExcess(`Suggestion only: ${reason}.`))).toEqual([]);
    }
  });

  test.each([...guards, closesOwnCaller, ...silentGuards])('say why $id is careful', guard => {
    expect(guard.says).not.toMatch(/[.!?](?: |$)/);
    expect(findExcess(`Suggestion only: ${guard.says}.`)).toEqual([]);
  });

  test('say why a guard is careful, with its details', () => {
    const lost = { persisting: { number: 2, of: 5 } } as never; // all that the details of a guard look at
    for (const guard of guards) expect(findExcess(`Suggestion only: ${reasonOf(guard, lost)}.`)).toEqual([]);
  });
});
