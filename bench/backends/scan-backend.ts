import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, relative, resolve } from 'node:path';
import type { Report, ReportedFinding } from '../../src/analysis/report/report.js';
import type { Backend, RecordedFinding } from './backend.js';

const program = resolve(import.meta.dirname, '../../dist/cli/bin.js');

/** Scans a checkout with the built command line and the preset `strict`, and gives the back end with what is found in it now. Throws where the scan ends before its time. */
export function scanBackend(backend: Backend, checkout: string): Backend {
  const { files, root, summary } = scan(backend, checkout);
  const folder = relative(realpathSync(checkout), realpathSync(root)).replaceAll('\\', '/');
  return {
    ...backend,
    extent: { files: summary.files, unresolved: summary.unknown.unresolvedImport },
    findings: files.flatMap(({ findings, path }) =>
      findings.map(finding => toRecord(posix.join(folder, path), finding)),
    ),
  };
}

function scan({ name, projects }: Backend, checkout: string): Report {
  const folder = mkdtempSync(join(tmpdir(), 'backend-'));
  const output = join(folder, 'report.json');
  const words = projects.flatMap(project => ['-p', join(checkout, project)]);
  const flags = ['--preset', 'strict', '--no-eslint-config', '--reporter', 'json', '--quiet', '--output', output];
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=8192', program, 'scan', ...words, ...flags],
      { cwd: checkout, encoding: 'utf8' },
    );
    if (status !== 0 && status !== 1)
      throw new Error(
        `The scan of ${name} ended with ${String(status)}. Is \`dist\` built, and are the packages installed?\n${stderr}`,
      );
    return JSON.parse(readFileSync(output, 'utf8')) as Report; // `--reporter json` writes nothing else
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function toRecord(path: string, { edits, kind, line, message, remedy }: ReportedFinding): RecordedFinding {
  const record = { path, line, kind, remedy, message: toHash(message) };
  return edits.length === 0 ? record : { ...record, edit: toHash(JSON.stringify(edits)) };
}

function toHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
