import { packageInfo } from '../package-info.js';

/** Suggests what to use instead of an unknown option that other tools or other commands have, in one sentence; undefined for any other option. */
export function hintAt(option: string): string | undefined {
  const name = option.split('=')[0] ?? option;
  if (ofFix.includes(name)) return `scan and merge change nothing. Use \`${packageInfo.name} fix ${name}\`.`;
  return hints[name];
}

/** Options that only `fix` has. */
const ofFix: readonly string[] = [
  '--write',
  '--diff',
  '--patch',
  '--check',
  '--interactive',
  '-i',
  '--unsafe',
  '--make-async',
];

const reporter = 'Use --reporter for the format of the report.';
const write = `Use \`${packageInfo.name} fix --write\` to change files.`;

/** Options of other linters, with what to use here. */
const hints: Readonly<Partial<Record<string, string>>> = {
  '--format': reporter,
  '-f': reporter,
  '--json': 'Use --reporter json for JSON.',
  '-o': 'Use --output for the file of the report.',
  '--output-file': 'Use --output for the file of the report.',
  '--fix': write,
  '-w': write,
  '--fix-dry-run': `Use \`${packageInfo.name} fix --diff\` to see what would change.`,
  '--dry-run': 'Nothing is changed without --write.',
  '--max-warnings': 'Use --max-findings for the number of findings that may be left.',
  '--changed': 'Use --since for the changes of a branch, and --staged for those in the git index.',
  '--config': 'Use --project for a tsconfig, and --settings for a file with settings.',
  '-c': 'Use --project for a tsconfig, and --settings for a file with settings.',
  '--tsconfig': 'Use --project for a tsconfig.',
  '--ignore': 'Files that ESLint ignores are left out.',
  '--ignore-pattern': 'Files that ESLint ignores are left out.',
  '--suppress-all': 'Use scan --baseline FILE --update-baseline for a list of known findings.',
};
