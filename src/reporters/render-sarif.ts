import type { Artifact, Log, Notification, ReportingDescriptor, Run } from 'sarif';
import { docsUrlOfKind } from '../analysis/docs-url.js';
import { kindNames, kinds, type Kind } from '../analysis/kinds/kinds.js';
import type { FileReport, Report, SkippedFile } from '../analysis/report/report.js';
import { checkIdOf } from './check-id.js';
import { sourceRoot, toArtifactLocation } from './to-artifact-location.js';
import { toSarifResult } from './to-sarif-result.js';

/** A SARIF 2.1.0 log: each kind is a rule, each finding a result, each skipped file a notification. No absolute path is in it. */
export function renderSarif(report: Report): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [toRun(report)],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toRun({ files, mode, skipped, summary, tool }: Report): Run {
  return {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        informationUri: `https://www.npmjs.com/package/${tool.name}`,
        rules: kindNames.map(kind => toRule(kind, tool)),
      },
    },
    invocations: [
      {
        executionSuccessful: !skipped.some(({ cause }) => cause === 'crashed'),
        toolExecutionNotifications: skipped.map(toNotification),
      },
    ],
    originalUriBaseIds: {
      [sourceRoot]: { description: { text: 'The folder that all paths in the report are relative to.' } },
    },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r', '\u2028', '\u2029'],
    artifacts: files.map(toArtifact),
    results: files.flatMap((file, artifactIndex) =>
      file.findings.map(finding => toSarifResult(finding, { artifactIndex, mode, path: file.path })),
    ),
    properties: { mode, summary },
  };
}

function toRule(kind: Kind, tool: Report['tool']): ReportingDescriptor {
  const { description, rule, title } = kinds[kind];
  const helpUri = docsUrlOfKind(kind, tool);
  return {
    id: checkIdOf({ kind, rule: `persistence/${rule}` }),
    name: kind,
    shortDescription: { text: title },
    fullDescription: { text: description },
    help: {
      text: `${description} See ${helpUri}`,
      markdown: `${description} [Examples, and how to fix it](${helpUri})`,
    },
    helpUri,
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['correctness', 'persistence', 'promise'], 'problem.severity': 'error' },
  };
}

function toNotification({ cause, path, reason }: SkippedFile): Notification {
  return {
    level: cause === 'crashed' ? 'error' : 'warning',
    message: { text: reason },
    locations: [{ physicalLocation: { artifactLocation: toArtifactLocation(path) } }],
  };
}

function toArtifact({ hash, path }: FileReport): Artifact {
  return { location: toArtifactLocation(path), hashes: { 'sha-256': hash } };
}
