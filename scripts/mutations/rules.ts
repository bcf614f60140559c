import type { Mutation } from './mutation.js';

/** Breaks of the rules. */
export const rulesMutations: readonly Mutation[] = [
  {
    name: 'the rule reports nothing',
    file: 'src/rules/report-findings.ts',
    from: 'report(finding, autofix, context);',
    to: 'void finding;',
    tests: ['test/rules'],
  },
  {
    name: 'the rule fixes where it should suggest',
    file: 'src/rules/report-findings.ts',
    from: "remedy.type === 'fix' && autofix",
    to: "remedy.type === 'fix'",
    tests: ['test/rules'],
  },
  {
    name: 'the rule and the codemod differ in what they report',
    file: 'src/rules/report-findings.ts',
    from: 'sourceCode.getLocFromIndex(range.end)',
    to: 'sourceCode.getLocFromIndex(range.start)',
    tests: ['test/agreement.test.ts'],
  },
  {
    name: 'a missing type information is silent',
    file: 'src/rules/report-findings.ts',
    from: "context.report({ loc: fileStart, messageId: 'noTypeInformation' });",
    to: '',
    tests: ['test/rules'],
  },
];
