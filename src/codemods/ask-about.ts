import type { Finding } from '../analysis/finding.js';
import type { FileReport, ReportedFinding } from '../analysis/report/report.js';
import type { FileState } from './file-state.js';
import type { FixOptions } from './options.js';
import type { Plan, Repair } from './repair.js';
import { toReportPath } from './report-root.js';
import { toFileReport, withEdits } from './to-file-report.js';

/** Whoever is asked, and what the answers are about. */
export interface Asking {
  readonly choose: NonNullable<FixOptions['choose']>;
  /** The plan for a finding if it were the only one. */
  readonly planFor: (finding: Finding, state: FileState) => Plan;
  readonly isWanted: (finding: Finding) => boolean;
  readonly root: string;
}

/** Says why the repair of a finding is not made; undefined where it is. */
export type RefusalOf = (finding: Finding) => string | undefined;

/** Asks about every planned repair. A repair that only becomes possible through others is not asked about, and not made. */
export async function askAbout(states: readonly FileState[], asking: Asking): Promise<RefusalOf> {
  const refusals = new Map<Finding, string | undefined>();
  const files = states
    .toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1))
    .map(state => findFileOffers(state, asking))
    .filter(({ offers }) => offers.size > 0);
  const all = files.reduce((sum, { offers }) => sum + offers.size, 0);
  let before = 0;
  for (const { offers, report } of files) {
    const accepted = await asking.choose({ ...report, findings: [...offers.values()] }, { before, all });
    before += offers.size;
    for (const [finding, { id }] of offers)
      refusals.set(finding, accepted.has(id) ? undefined : 'the edit was declined');
  }
  return finding =>
    refusals.has(finding) ? refusals.get(finding) : 'this edit depends on others; run again to review it';
}

/** The repairs to ask about in a file. */
interface FileOffers {
  readonly report: FileReport;
  readonly offers: ReadonlyMap<Finding, ReportedFinding>;
}

function findFileOffers(state: FileState, asking: Asking): FileOffers {
  const report = toFileReport(state, { ...asking, repaired: 'fixable' });
  return { report, offers: findOffers(report, state, asking) };
}

/** The findings of a file that would be repaired, as shown to the user. */
function findOffers({ findings }: FileReport, state: FileState, asking: Asking): ReadonlyMap<Finding, ReportedFinding> {
  return new Map(
    state.analysis.findings.flatMap((finding, index) => {
      const reported = findings[index];
      const offer = reported && toOffer(reported, finding, { state, asking });
      return offer ? [[finding, offer] as const] : [];
    }),
  );
}

interface Offering {
  readonly state: FileState;
  readonly asking: Asking;
}

/** The repair of a finding with a remedy is that remedy; others are planned. */
function toOffer(
  reported: ReportedFinding,
  finding: Finding,
  { asking, state }: Offering,
): ReportedFinding | undefined {
  if (reported.outcome === 'fixable') return reported;
  if (reported.outcome === 'optedOut' || state.readOnlyReason !== undefined) return undefined;
  const plan = asking.planFor(finding, state);
  return plan.kind === 'repair'
    ? {
        ...withEdits(reported, plan.repair.edits.get(state.fileName) ?? [], state),
        ...describeReach(plan.repair, state, asking),
      }
    : undefined;
}

function describeReach(
  { created, edits }: Repair,
  { fileName }: FileState,
  { root }: Asking,
): Pick<ReportedFinding, 'outcome' | 'reason'> {
  const others = [...edits.keys(), ...(created?.keys() ?? [])]
    .filter(other => other !== fileName)
    .map(other => toReportPath(other, root));
  return {
    outcome: 'fixable',
    reason:
      others.length > 0
        ? `the edit also changes other files: ${others.join(', ')}`
        : 'the edit also changes the code around the call',
  };
}
