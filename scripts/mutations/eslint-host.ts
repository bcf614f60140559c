import type { Mutation } from './mutation.js';

/** Breaks of what the project's ESLint says. */
export const eslintHostMutations: readonly Mutation[] = [
  {
    name: 'a rule that is off is on',
    file: 'src/eslint-host/create-file-policy.ts',
    from: 'registrations.filter(({ severity }) => severity !== 0).map(({ options = {}, rule })',
    to: 'registrations.map(({ options = {}, rule })',
    tests: ['test/eslint-host/create-file-policy.test.ts'],
  },
  {
    name: 'comments opt out of nothing',
    file: 'src/eslint-host/create-file-policy.ts',
    from: 'replayed?.standings.get(finding) ?? openStanding',
    to: 'openStanding',
    tests: ['test/eslint-host/create-file-policy.test.ts'],
  },
  {
    name: 'what nobody lists counts as known where nothing was found before',
    file: 'src/eslint-host/create-file-policy.ts',
    from: 'listed > 0 && ',
    to: '',
    tests: ['test/codemods/projects.test.ts'],
  },
  {
    name: 'the list of known findings is asked in every round',
    file: 'src/eslint-host/create-file-policy.ts',
    from: 'before?.known ?? findKnownRules',
    to: 'findKnownRules',
    tests: ['test/eslint-host/create-file-policy.test.ts'],
  },
  {
    name: 'warnings count as known',
    file: 'src/eslint-host/create-file-policy.ts',
    from: 'findings.filter(finding => isError(afterComments(finding)))',
    to: 'findings',
    tests: ['test/eslint-host/create-file-policy.test.ts'],
  },
  {
    name: 'words in the text of JSX are directives',
    file: 'src/eslint-host/find-directive-comments.ts',
    from: 'if (position >= start) return undefined;',
    to: '',
    tests: ['test/eslint-host/create-file-policy.test.ts'],
  },
  {
    name: 'a comment that turns a rule on is not heard',
    file: 'src/eslint-host/create-file-policy.ts',
    from: '...configured, ...(replayed?.options ?? [])',
    to: '...configured',
    tests: ['test/eslint-host/create-file-policy.test.ts'],
  },
  {
    name: 'comments are heard where the configuration forbids it',
    file: 'src/eslint-host/read-configuration.ts',
    from: 'linterOptions.noInlineConfig === true',
    to: 'false',
    tests: ['test/eslint-host/opting-out.test.ts'],
  },
  {
    name: 'the plugin is known by its prefix',
    file: 'src/eslint-host/find-registrations.ts',
    from: 'plugin.meta?.name === packageInfo.name',
    to: "prefix === 'persistence'",
    tests: ['test/eslint-host/configuration.test.ts'],
  },
  {
    name: 'what ESLint ignores is judged',
    file: 'src/eslint-host/read-configs.ts',
    from: 'overrideConfig: anySource',
    to: "overrideConfig: [anySource, { ignores: ['!**/*'] }]",
    tests: ['test/eslint-host/configuration.test.ts'],
  },
  {
    name: "another ESLint than the project's own is asked",
    file: 'src/eslint-host/load-eslint.ts',
    from: "loadFrom(join(folder, 'package.json')) ?? loadFrom(import.meta.url)",
    to: 'loadFrom(import.meta.url)',
    tests: ['test/eslint-host/load-eslint.test.ts'],
  },
  {
    name: 'a report takes a list of known findings for a comment',
    file: 'src/eslint-host/create-file-policy.ts',
    from: "by: 'list'",
    to: "by: 'comment'",
    tests: ['test/eslint-host/opting-out.test.ts'],
  },
];
