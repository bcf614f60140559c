import type { TSESLint } from '@typescript-eslint/utils';
import { analyseFile } from '../analysis/analyse-file.js';
import type { Checks } from '../analysis/configuration/checks.js';
import { editsOfChange, type Change, type Finding } from '../analysis/finding.js';
import type { RuleName } from '../analysis/kinds/kind.js';
import { kinds, kindsOf, type Kind } from '../analysis/kinds/kinds.js';
import { suggestionOnly } from '../analysis/suggestion-only.js';
import { MixedCompilersError } from '../engines/classic/assert-same-compiler.js';
import { loadUnit, type LoadedUnit } from './load-unit.js';

/** The ids of everything a rule can say. */
export type MessageId = Kind | 'analysisFailed' | 'applyChange' | 'invalidSettings' | 'noTypeInformation';

/** How a rule looks at a file. */
export interface Reporting {
  readonly checks: Checks;
  /** Whether remedies of type `fix` are fixes; otherwise they are suggestions like the others. */
  readonly autofix: boolean;
}

/** The messages of a rule: one for each of its kinds, and those that all rules share. */
export function messagesOf(rule: RuleName): Record<MessageId, string> {
  const own = kindsOf(rule).map(kind => [kind, kinds[kind].message]);
  return {
    ...(Object.fromEntries(own) as Record<Kind, string>), // kinds of other rules are never reported by this one
    analysisFailed:
      `persistence/${rule} could not judge this file: {{error}}. ` +
      'Please report this with the file and the versions of the plugin, ESLint and TypeScript.',
    applyChange: '{{title}}',
    invalidSettings: '{{problem}}',
    noTypeInformation:
      `persistence/${rule} needs type information, but the parser gave none for this file. ` +
      "Set `languageOptions.parserOptions.projectService` to true for typescript-eslint's parser, and include the file in a tsconfig.",
  };
}

/** Reports every finding of the file, or once what keeps it from being judged. */
export function reportFindings(context: Context, { autofix, checks }: Reporting): void {
  const judged = judgeFile(context, checks);
  switch (judged.kind) {
    case 'judged':
      for (const finding of judged.findings) report(finding, autofix, context);
      break;
    case 'failed':
      context.report({ loc: fileStart, messageId: 'analysisFailed', data: { error: judged.error } });
      break;
    case 'noTypeInformation':
      context.report({ loc: fileStart, messageId: 'noTypeInformation' });
      break;
    case 'invalidSettings':
      for (const problem of judged.problems)
        context.report({ loc: fileStart, messageId: 'invalidSettings', data: { problem } });
      break;
    case 'notApplicable':
      break;
  }
}

/** The result of judging a file. */
type Judged =
  | { readonly kind: 'judged'; readonly findings: readonly Finding[] }
  | { readonly kind: 'failed'; readonly error: string }
  | Exclude<LoadedUnit, { kind: 'unit' }>;

/** Judges a file. The outer edge of the rule: what goes wrong with one file, here or in the compiler, is no reason to leave the others unjudged. */
function judgeFile(context: Context, checks: Checks): Judged {
  try {
    const loaded = loadUnit(context, checks);
    return loaded.kind === 'unit' ? { kind: 'judged', findings: analyseFile(loaded.unit).findings } : loaded;
  } catch (error) {
    if (error instanceof MixedCompilersError) throw error; // which is wrong with every file, and says what to do
    return { kind: 'failed', error: String(error).split('\n')[0] ?? '' };
  }
}

type Context = Readonly<TSESLint.RuleContext<MessageId, readonly unknown[]>>;

const fileStart = { line: 1, column: 0 };

function report({ data, kind, range, remedy }: Finding, autofix: boolean, context: Context): void {
  const { sourceCode } = context;
  const place = {
    loc: { start: sourceCode.getLocFromIndex(range.start), end: sourceCode.getLocFromIndex(range.end) },
    messageId: kind,
    data,
  };
  if (remedy.type === 'manual') {
    context.report(place);
  } else if (remedy.type === 'fix' && autofix) {
    context.report({ ...place, fix: toFix(remedy.change) });
  } else {
    const { change } = remedy;
    const title = remedy.type === 'fix' ? change.title : `${change.title}. ${suggestionOnly(remedy.reason)}`;
    context.report({ ...place, suggest: [{ messageId: 'applyChange', data: { title }, fix: toFix(change) }] });
  }
}

function toFix(change: Change): TSESLint.ReportFixFunction {
  return fixer => editsOfChange(change).map(({ end, start, text }) => fixer.replaceTextRange([start, end], text));
}
