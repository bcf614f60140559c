import { expect, test } from 'vitest';
import { checksOfRules } from '../../src/analysis/configuration/checks.js';

test('an option of one rule says nothing of what another looks for', () => {
  const { kinds } = checksOfRules({
    'no-unawaited-calls': { checkReads: false, checkConnections: true },
    'no-fire-and-forget': {},
  });
  expect(
    ['read', 'connection', 'write'].map(operation =>
      [...kinds].filter(([, counted]) => [...counted].some(one => one === operation)).map(([kind]) => kind),
    ),
  ).toEqual([
    ['voided', 'handledNotAwaited', 'commentedNotAwaited', 'callbackDetached'],
    expect.not.arrayContaining(['voided', 'handledNotAwaited', 'commentedNotAwaited', 'callbackDetached']),
    expect.arrayContaining(['floating', 'voided']),
  ]);
});
