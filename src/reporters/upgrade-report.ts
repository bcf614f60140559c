import * as v from 'valibot';
import { toCurrentName } from '../analysis/configuration/current-name.js';

/** The first version of the report: repairs are `fixed` in any mode, skipped files only have a reason, and there are two counts of unknown calls. */
const firstVersion = v.looseObject({
  schemaVersion: v.literal(1),
  mode: v.string(),
  files: v.array(v.looseObject({ findings: v.array(v.looseObject({ outcome: v.string() })) })),
  skipped: v.array(v.looseObject({ reason: v.string() })),
  summary: v.looseObject({ fixed: v.number(), unknown: v.looseObject({}) }),
});

/** The kinds in a report of any version. */
const withKinds = v.looseObject({
  files: v.array(v.looseObject({ findings: v.array(v.looseObject({ kind: v.string() })) })),
});

/** Makes a report of the first version one of the second, and calls kinds by their current names; leaves anything else as it is. */
export function upgradeReport(value: unknown): unknown {
  return renameKinds(upgradeForm(value));
}

function renameKinds(value: unknown): unknown {
  if (!v.is(withKinds, value)) return value;
  return {
    ...value,
    files: value.files.map(file => ({
      ...file,
      findings: file.findings.map(finding => ({ ...finding, kind: toCurrentName('kind', finding.kind) })),
    })),
  };
}

function upgradeForm(value: unknown): unknown {
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

/** The cause for each of the few reasons of the first version. */
function causeOf(reason: string): 'leftOut' | 'notWritten' | 'unreadable' {
  if (reason.startsWith('not written: ')) return 'notWritten';
  return reason === 'the file is not UTF-8' ? 'unreadable' : 'leftOut';
}
