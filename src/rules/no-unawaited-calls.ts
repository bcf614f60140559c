import type { TSESLint } from '@typescript-eslint/utils';
import { analyseFile } from '../analysis/analyse-file.js';
import type { Change, Finding } from '../analysis/finding.js';
import { kinds, type Kind } from '../analysis/kinds.js';
import { defaultOptions, ruleOptions, type NoUnawaitedCallsOptions } from '../analysis/rule-options.js';
import { createRule } from './create-rule.js';
import { loadUnit } from './load-unit.js';
import { toSchema } from './option-schema.js';

type MessageId = Kind | 'applyChange' | 'invalidSettings' | 'noTypeInformation';

const declarations = ruleOptions['no-unawaited-calls'];
const defaults = defaultOptions(declarations);

/** Reports persistence promises that the async function around them neither awaits, returns nor hands on. */
export const noUnawaitedCalls = createRule<readonly [Partial<NoUnawaitedCallsOptions>], MessageId>({
  name: 'no-unawaited-calls',
  meta: {
    type: 'problem',
    docs: {
      description: 'require persistence calls to be awaited, returned or handed on in async functions',
      recommended: true,
      requiresTypeChecking: true,
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: toSchema(declarations),
    defaultOptions: [defaults],
    messages: {
      floating: kinds.floating.message,
      neverAwaited: kinds.neverAwaited.message,
      applyChange: '{{title}}',
      invalidSettings: '{{problem}}',
      noTypeInformation:
        'persistence/no-unawaited-calls needs type information, and the parser gave none for this file. ' +
        'Set `languageOptions.parserOptions.projectService` to true for typescript-eslint\'s parser, and see that a tsconfig includes the file.',
    },
  },
  create(context, [given]) {
    const options = { ...defaults, ...given };
    return {
      Program() {
        const loaded = loadUnit(context, options);
        switch (loaded.kind) {
          case 'unit':
            for (const finding of analyseFile(loaded.unit).findings) report(finding, options.autofix, context);
            break;
          case 'noTypeInformation':
            context.report({ loc: fileStart, messageId: 'noTypeInformation' });
            break;
          case 'invalidSettings':
            for (const problem of loaded.problems) {
              context.report({ loc: fileStart, messageId: 'invalidSettings', data: { problem } });
            }
            break;
          case 'notApplicable':
            break;
        }
      },
    };
  },
});

const fileStart = { line: 1, column: 0 };

function report(
  { data, kind, range, remedy }: Finding,
  autofix: boolean,
  context: Readonly<TSESLint.RuleContext<MessageId, readonly unknown[]>>,
): void {
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
    context.report({
      ...place,
      suggest: [{ messageId: 'applyChange', data: { title: change.title }, fix: toFix(change) }],
    });
  }
}

function toFix({ edits }: Change): TSESLint.ReportFixFunction {
  return fixer => edits.map(({ end, start, text }) => fixer.replaceTextRange([start, end], text));
}
