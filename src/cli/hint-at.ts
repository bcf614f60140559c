import { packageInfo } from '../package-info.js';

/** What was meant by an option that a command does not have, where other tools call it so, or another command has it: a sentence, or nothing. */
export function hintAt(option: string): string | undefined {
  const name = option.split('=')[0] ?? option;
  if (ofFix.includes(name)) return `scan and merge change nothing: say \`${packageInfo.name} fix ${name}\`.`;
  return hints[name];
}

/** What `fix` alone has. */
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

const reporter = 'The form of the report is --reporter.';
const write = `Files are changed by \`${packageInfo.name} fix --write\`.`;

/** Options of other linters, and what serves here. */
const hints: Readonly<Partial<Record<string, string>>> = {
  '--format': reporter,
  '-f': reporter,
  '--json': 'The report as JSON is --reporter json.',
  '-o': 'The file of the report is --output.',
  '--output-file': 'The file of the report is --output.',
  '--fix': write,
  '-w': write,
  '--fix-dry-run': `What would be changed is \`${packageInfo.name} fix --diff\`.`,
  '--dry-run': 'Without --write nothing is changed.',
  '--max-warnings': 'How many findings may be left is --max-findings.',
  '--changed': 'What a branch changed is --since, what is in the index of git --staged.',
  '--config': 'A tsconfig is --project, a file with settings --settings.',
  '-c': 'A tsconfig is --project, a file with settings --settings.',
  '--tsconfig': 'A tsconfig is --project.',
  '--ignore': 'What ESLint ignores is left out.',
  '--ignore-pattern': 'What ESLint ignores is left out.',
  '--suppress-all': 'A list of known findings is scan --baseline FILE --update-baseline.',
};
