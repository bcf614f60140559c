import { Command } from 'commander';
import { UsageError } from '../codemods/usage-error.js';
import { packageInfo } from '../package-info.js';
import type { ExitCode } from './exit-code.js';
import {
  addBaselineFlags,
  addCacheFlags,
  addExplainFlag,
  addFixFlags,
  addReportFlags,
  addScanFlags,
  type FixFlags,
  type MergeFlags,
  type OwnScanFlags,
} from './flags.js';
import { hintAt } from './hint-at.js';
import { runExplain } from './run-explain.js';
import { runExplainTopic } from './run-explain-topic.js';
import { runFix } from './run-fix.js';
import type { InitFlags } from './run-init.js';
import { runMerge } from './run-merge.js';
import { runScan } from './run-scan.js';
import type { Terminal } from './terminal.js';

/** Declares the commands. `end` is told what the process is to exit with. */
export function createProgram(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const program = new Command(packageInfo.name)
    .description('Finds database calls whose promise is lost, tells you what is lost, and repairs them.')
    .version(packageInfo.version, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', help)
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.error,
      outputError: (text, write) => {
        write(addHint(text));
      },
      getOutHelpWidth: () => terminal.display.width ?? 100,
    });

  addExplainFlag(
    addCacheFlags(
      addBaselineFlags(addScanFlags(program.command('scan').description('Report lost persistence calls.'))),
    ),
  )
    .addHelpText('after', scanHelp)
    .action(async (paths: readonly string[], flags: OwnScanFlags) => {
      const { explain } = flags;
      if (explain && paths.length > 0)
        throw new UsageError(`${paths.join(', ')}: --explain names the file itself. Remove the paths.`);
      const shown = toColor(terminal, flags.color);
      end(explain ? await runExplain({ ...flags, explain }, shown) : await runScan(paths, flags, shown));
    });
  addFixFlags(
    program.command('fix').description('Repair lost persistence calls. Without --write, nothing is changed on disk.'),
  )
    .addHelpText('after', fixHelp)
    .action(async (paths: readonly string[], flags: FixFlags) => {
      end(await runFix(paths, flags, toColor(terminal, flags.color)));
    });
  addBaselineFlags(
    addReportFlags(
      program.command('merge').description('Merge several reports that were written with --reporter json into one.'),
    ),
  )
    .argument('<reports...>', 'JSON reports from runs in the same folder')
    .action(async (paths: readonly [string, ...string[]], flags: MergeFlags) => {
      end(await runMerge(paths, flags, toColor(terminal, flags.color)));
    });
  program
    .command('init')
    .description(
      'Set up the project: inspect it, add the plugin to the ESLint configuration, and scan. Asks before it writes.',
    )
    .option('-y, --yes', 'install and write without asking')
    .option('--no-color', 'no colors; NO_COLOR does the same, FORCE_COLOR the opposite')
    .action(async (flags: InitFlags) => {
      const { runInit } = await import('./run-init.js'); // it loads ts-morph, which would slow down every start of the command by half
      end(await runInit(flags, toColor(terminal, flags.color)));
    });
  program
    .command('explain')
    .description('Explain a kind of finding or a rule, with examples.')
    .argument('[name]', 'a kind, such as floating, or a rule; lists all of them if omitted')
    .option('--no-color', 'no colors; NO_COLOR does the same, FORCE_COLOR the opposite')
    .action(async (name: string | undefined, { color }: { readonly color: boolean }) => {
      end(await runExplainTopic(name, toColor(terminal, color)));
    });
  return program;
}

/** Suggests on the same line what to use instead of an unknown option. */
function addHint(text: string): string {
  const [, option] = /unknown option '([^']+)'/.exec(text) ?? [];
  const hint = option === undefined ? undefined : hintAt(option);
  const [line = ''] = text.split('\n');
  return hint === undefined ? text : `${line}. ${hint}\n`;
}

function toColor(terminal: Terminal, isColorful: boolean): Terminal {
  return isColorful ? terminal : { ...terminal, display: { ...terminal.display, style: (_, text) => text } };
}

const help = `
Start with:
  $ npx ${packageInfo.name} init            set up the project
  $ npx ${packageInfo.name} scan            what is lost in this project
  $ npx ${packageInfo.name} fix --diff      what would change
  $ npx ${packageInfo.name} fix --write     change it

Exit codes:
  0  nothing left to do
  1  findings left
  2  wrong usage, or something that cannot be read: a configuration, or a file
  3  every edit was rolled back, the analysis failed on a file, or an internal error
If several apply, the largest wins.
`;

const scanHelp = `
Examples:
  $ ${packageInfo.name} scan
  $ ${packageInfo.name} scan src/orders -p tsconfig.app.json
  $ ${packageInfo.name} scan --workspaces --concurrency 4
  $ ${packageInfo.name} scan --since origin/main --reporter github
  $ ${packageInfo.name} scan --explain src/orders.ts:12
`;

const fixHelp = `
Examples:
  $ ${packageInfo.name} fix                          what would be repaired
  $ ${packageInfo.name} fix --diff src/orders        the same as a diff
  $ ${packageInfo.name} fix --patch fixes.patch      the same, as a file for \`git apply\`
  $ ${packageInfo.name} fix --interactive            decide about each edit
  $ ${packageInfo.name} fix --write --only floating  repair one kind of finding
`;
