import {
  outcomes,
  type Mode,
  type Report,
  type ReportedFinding,
  type SkippedFile,
} from '../../src/analysis/report/report.js';

/** A finding to change parts of. */
export const plainFinding: ReportedFinding = {
  id: '0',
  rule: 'persistence/no-unawaited-calls',
  kind: 'floating',
  severity: 'error',
  title: 'Floating persistence call',
  line: 12,
  column: 5,
  endLine: 12,
  endColumn: 16,
  call: 'repo.save()',
  operation: 'write',
  library: 'typeorm',
  execution: 'eager',
  message:
    '`repo.save()` is not awaited: `Threads.create` returns before the write completes, and its failure goes unhandled. Await it, or return its promise.',
  function: 'Threads.create',
  via: [],
  remedy: 'fix',
  outcome: 'fixable',
  edits: [{ start: 100, end: 100, text: 'await ' }],
  before: '    repo.save(x);',
  after: '    await repo.save(x);',
};

/** Findings by path, each as it differs from {@link plainFinding}. */
export type FindingsByPath = Readonly<Record<string, readonly Partial<ReportedFinding>[]>>;

/** A report of some findings, with the ids and totals that belong to them; those that are fixable are fixed where a run writes. */
export function createReport(mode: Mode, findings: FindingsByPath, skipped: readonly SkippedFile[] = []): Report {
  const files = Object.entries(findings).map(([path, parts]) => ({
    path,
    hash: 'ab'.repeat(32),
    findings: parts.map((part, index) => ({
      ...plainFinding,
      outcome: mode === 'write' ? ('fixed' as const) : ('fixable' as const),
      id: `${path}#${index}`,
      ...part,
    })),
  }));
  const all = files.flatMap(file => file.findings);
  const counts = outcomes.map(outcome => [outcome, all.filter(finding => finding.outcome === outcome).length]);
  return {
    schemaVersion: 2,
    tool: { name: 'eslint-plugin-persistence', version: '0.0.0' },
    mode,
    root: '/home/somebody/app',
    files,
    skipped,
    summary: {
      files: files.length + 3,
      findings: all.length,
      ...(Object.fromEntries(counts) as Record<(typeof outcomes)[number], number>), // fromEntries forgets its keys
      judged: 7,
      unknown: { any: 2, unresolvedImport: 1, implementation: 0 },
    },
  };
}

/** One finding of every outcome that a run can have, each with the reason that outcome has. */
export const everyOutcome: readonly Partial<ReportedFinding>[] = [
  {},
  { outcome: 'suggested', remedy: 'suggestion', reason: 'all calls run at the same time' },
  { outcome: 'manual', remedy: 'manual', edits: [], after: '    repo.save(x);', reason: 'a constructor cannot wait' },
  {
    outcome: 'rolledBack',
    reason: "the edited file no longer type-checks: Type 'A | B' is not assignable to type '`${string}`'.",
  },
  { outcome: 'optedOut', optOut: 'comment', severity: 'warning', reason: 'a comment disables the rule here' },
];

/** Texts that break a format that does not expect them. */
export const nasty = [
  'a | b',
  'a \\| b',
  '`',
  '``` ```',
  '` leading',
  'trailing `',
  ' both ',
  '',
  '<b>&amp;</b>',
  '&lt;',
  '*a* _b_ ~~c~~ [d](e) #f',
  'two\nlines',
  'two\r\n lines',
  '\u2028',
  'a::b,c=d',
  '100%25',
  'ü😀',
  '\\',
  '\\`',
  'x\\',
  '@user',
  '- item',
  '# heading',
  'Promise<"a" | "b" | undefined>',
] as const;
