import type { Mutation } from './mutation.js';

const reporters = (name: string): readonly string[] => [`test/reporters/${name}.test.ts`];

/** Breaks of the reports. */
export const reportersMutations: readonly Mutation[] = [
  {
    name: 'a patch changes the file that it makes',
    file: 'src/reporters/render-diff.ts',
    from: "before === undefined ? '/dev/null' : `a/${path}`",
    to: '`a/${path}`',
    tests: ['test/reporters/render-diff.test.ts'],
  },
  {
    name: 'a SARIF log has fixes without changes',
    file: 'src/reporters/to-sarif-result.ts',
    from: "if (edits.length === 0 || outcome === 'rolledBack' ||",
    to: "if (outcome === 'rolledBack' ||",
    tests: reporters('render-sarif'),
  },
  {
    name: 'a SARIF log names paths as they are',
    file: 'src/reporters/to-artifact-location.ts',
    from: "path.split('/').map(encodeURIComponent).join('/')",
    to: 'path',
    tests: reporters('render-sarif'),
  },
  {
    name: 'a pipe ends a cell',
    file: 'src/reporters/markdown-text.ts',
    from: "if (line.includes('|')) return",
    to: "if (line === '|') return",
    tests: reporters('render-markdown'),
  },
  {
    name: 'code ends its own block',
    file: 'src/reporters/markdown-text.ts',
    from: 'Math.max(3, longestRun(',
    to: 'Math.min(3, 3 + longestRun(',
    tests: reporters('render-markdown'),
  },
  {
    name: 'a comma ends a property of a workflow command',
    file: 'src/reporters/render-github.ts',
    from: ".replaceAll(',', '%2C')",
    to: '',
    tests: reporters('render-github'),
  },
  {
    name: 'a reporter leaves out what was fixed',
    file: 'src/reporters/render-gitlab.ts',
    from: 'findings.map(finding => toViolation',
    to: "findings.filter(({ outcome }) => outcome !== 'fixed').map(finding => toViolation",
    tests: reporters('totals'),
  },
  {
    name: 'reports of different modes are merged',
    file: 'src/reporters/merge-reports.ts',
    from: '  mode: report => report.mode,\n',
    to: '',
    tests: reporters('merge-reports'),
  },
  {
    name: 'of two different findings one is taken',
    file: 'src/reporters/merge-reports.ts',
    from: 'if (JSON.stringify(before.file) !== JSON.stringify(file)) return',
    to: "if (JSON.stringify(before.file) === '') return",
    tests: reporters('merge-reports'),
  },
  {
    name: 'the way to a call is not in the log',
    file: 'src/reporters/to-sarif-result.ts',
    from: 'steps.length > 0 && {',
    to: 'steps.length < 0 && {',
    tests: reporters('render-sarif'),
  },
  {
    name: 'SARIF says that a list of known findings is in the source',
    file: 'src/reporters/to-sarif-result.ts',
    from: "optOut === 'list' ? 'external' : 'inSource'",
    to: "'inSource'",
    tests: reporters('render-sarif'),
  },
  {
    name: 'nobody is told that GitHub refuses so many results',
    file: 'src/reporters/describe-limits.ts',
    from: 'if (findings <= results.shown) return [];',
    to: 'if (findings >= 0) return [];',
    tests: ['test/reporters/describe-limits.test.ts'],
  },
];
