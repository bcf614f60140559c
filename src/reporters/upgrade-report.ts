import * as v from 'valibot';

/** What a report of the first version differs in: repairs are `fixed` in any mode, skipped files have a reason alone, and what is not known has two. */
const firstVersion = v.looseObject({
  schemaVersion: v.literal(1),
  mode: v.string(),
  files: v.array(v.looseObject({ findings: v.array(v.looseObject({ outcome: v.string() })) })),
  skipped: v.array(v.looseObject({ reason: v.string() })),
  summary: v.looseObject({ fixed: v.number(), unknown: v.looseObject({}) }),
});

/** Makes a report of the first version one of the second; leaves anything else as it is. */
export function upgradeReport(value: unknown): unknown {
  if (!v.is(firstVersion, value)) return value;
  const { files, mode, skipped, summary } = value;
  const isWritten = mode === 'write';
  return {
    ...value,
    schemaVersion: 2,
    files: files.map(file => ({
      ...file,
      findings: file.findings.map(finding =>
        finding.outcome === 'fixed' && !isWritten ? { ...finding, outcome: 'fixable' } : finding,
      ),
    })),
    skipped: skipped.map(file => ({ ...file, cause: causeOf(file.reason) })),
    summary: {
      ...summary,
      fixed: isWritten ? summary.fixed : 0,
      fixable: isWritten ? 0 : summary.fixed,
      unknown: { ...summary.unknown, implementation: 0 },
    },
  };
}

/** What the reasons of the first version, which were few, come to. */
function causeOf(reason: string): 'leftOut' | 'notWritten' | 'unreadable' {
  if (reason.startsWith('not written: ')) return 'notWritten';
  return reason === 'the file is not UTF-8' ? 'unreadable' : 'leftOut';
}
