import { Option, type Command } from 'commander';
import type { PresetName } from '../analysis/rule-options.js';
import { verifications, type FixOptions, type ScanOptions, type Verification } from '../codemods/options.js';
import { reporters, type OutputFlags } from './print-report.js';

/** What `scan` takes. */
export interface ScanFlags extends OutputFlags {
  readonly project?: readonly string[];
  readonly preset: PresetName;
}

/** What `fix` takes besides. */
export interface FixFlags extends ScanFlags {
  readonly write?: boolean;
  readonly diff?: boolean;
  readonly unsafe?: boolean;
  readonly verify: Verification;
}

/** Declares what is judged and how it is shown. */
export function addScanFlags(command: Command): Command {
  command
    .argument('[paths...]', 'files and folders; default: all files of the project')
    .option('-p, --project <tsconfig>', 'a tsconfig or its folder, repeatable; default: the nearest one', append)
    .addOption(new Option('--preset <name>', 'which rules hold').choices(['recommended', 'strict']).default('recommended'));
  return addOutputFlags(command);
}

/** Declares what is repaired, and how that is shown. */
export function addFixFlags(command: Command): Command {
  return addScanFlags(command)
    .option('--write', 'write the repaired files')
    .option('--diff', 'print a unified diff, which `git apply` takes, instead of the report')
    .option('--unsafe', 'also apply edits that can change control flow, order or concurrency')
    .addOption(new Option('--verify <files>', 'which files are type-checked before and after, so that what breaks them is taken back').choices(verifications).default('file'));
}

/** Declares the form of a report and where it goes. */
export function addOutputFlags(command: Command): Command {
  return command
    .addOption(new Option('--reporter <name>', 'form of the report').choices(Object.keys(reporters)).default('table'))
    .option('--output <file>', 'write the report to a file instead of standard output');
}

/** The options that the flags of `scan` stand for. */
export function toScanOptions(cwd: string, paths: readonly string[], { preset, project = [] }: ScanFlags): ScanOptions {
  return { cwd, paths, projects: project, preset };
}

/** The options that the flags of `fix` stand for. */
export function toFixOptions(cwd: string, paths: readonly string[], flags: FixFlags): FixOptions {
  return { ...toScanOptions(cwd, paths, flags), write: flags.write === true, unsafe: flags.unsafe === true, verify: flags.verify };
}

function append(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}
