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
  {
    name: 'a tree that is not of TypeScript is read as one',
    file: 'src/rules/load-unit.ts',
    from: "if (!services.esTreeNodeToTSNodeMap.has(context.sourceCode.ast)) return { kind: 'notApplicable' };",
    to: '',
    tests: ['test/rules/components.test.ts'],
  },
  {
    name: 'the text of a component is taken for that of its script',
    file: 'src/rules/load-unit.ts',
    from: "if (sourceFile.text !== context.sourceCode.text) return { kind: 'notApplicable' };",
    to: '',
    tests: ['test/rules/components.test.ts'],
  },
];
