import { kindNames, kinds } from '../../src/analysis/kinds/kinds.js';
import type { Report, ReportedFinding } from '../../src/analysis/report/report.js';
import { createReport, everyOutcome } from './create-report.js';

const libraries = ['typeorm', '@prisma/client', 'project', 'mongodb', 'redis'] as const;
const findingsPerFile = 3;

/** A report of so many findings, of every outcome and kind, in a file each three of them. */
export function createLargeReport(count: number): Report {
  const findings = Array.from({ length: count }, (_, index) => createFinding(index));
  const files = Array.from({ length: Math.ceil(count / findingsPerFile) }, (_, index) => [
    `packages/p${index % 12}/src/${index % 5 === 0 ? 'orders' : 'users'}/file-${index}.ts`,
    findings.slice(index * findingsPerFile, (index + 1) * findingsPerFile),
  ]);
  return createReport('scan', Object.fromEntries(files) as Record<string, readonly Partial<ReportedFinding>[]>); // fromEntries forgets what pairs hold
}

function createFinding(index: number): Partial<ReportedFinding> {
  const kind = kindNames[index % kindNames.length] ?? 'floating';
  return {
    kind,
    rule: `persistence/${kinds[kind].rule}`,
    title: kinds[kind].title,
    line: index + 1,
    library: libraries[index % libraries.length] ?? 'typeorm',
    function: `Service${index}.save`,
    via: ['saveAll', 'saveOne'],
    steps: [
      { name: 'saveAll', path: 'packages/core/src/save-all.ts', line: 12, column: 3 },
      { name: 'saveOne', path: 'packages/core/src/save-one.ts', line: 34, column: 3 },
      { name: 'repo.save()', path: 'packages/core/src/store.ts', line: 56, column: 10 },
    ],
    before: `    // The order of ${index}.\n    repo.save(x);`,
    after: `    // The order of ${index}.\n    await repo.save(x);`,
    ...everyOutcome[index % everyOutcome.length],
  };
}
