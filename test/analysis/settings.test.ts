import { expect, test } from 'vitest';
import { defaultSettings, parseSettings } from '../../src/analysis/configuration/settings.js';

test('nothing configured gives the defaults', () => {
  expect(parseSettings(undefined)).toEqual({ ok: true, settings: defaultSettings });
  expect(parseSettings({})).toEqual({ ok: true, settings: defaultSettings });
  expect(defaultSettings.repositoryNames).toEqual(['Repository', 'Repo', 'Dao', 'DAO']);
});

test('one key leaves the others at their defaults', () => {
  expect(parseSettings({ packages: ['ours'] })).toEqual({
    ok: true,
    settings: { ...defaultSettings, packages: ['ours'] },
  });
});

test.each([
  [{ repositoryName: ['Store'] }, 'settings.persistence.repositoryName is unknown. The keys are repositoryNames, '],
  [
    { libraries: [{ library: 'ours', packages: ['ours'], recievers: ['Client'] }] },
    'settings.persistence.libraries.0.recievers is unknown. The keys are library, ',
  ],
  [{ libraries: [{ library: 'ours' }] }, 'settings.persistence.libraries.0.packages is missing.'],
  [
    { libraries: [{ library: 'ours', packages: ['ours'], operations: { remove: ['drop'] } }] },
    'settings.persistence.libraries.0.operations.remove is unknown. The keys are write, read, transaction, connection.',
  ],
  [{ packages: 'ours' }, 'settings.persistence.packages must be Array, but is "ours".'],
  [{ reasonComment: '(' }, 'settings.persistence.reasonComment is not a regular expression.'],
  ['nonsense', 'settings.persistence must be Object, but is "nonsense".'],
])('%j is refused, by name', (raw, problem) => {
  const parsed = parseSettings(raw);
  expect(parsed.ok ? [] : parsed.problems).toEqual([expect.stringContaining(problem)]);
});
