import { checksOfUnawaitedCalls } from '../analysis/configuration/checks.js';
import { defaultOptions, ruleOptions, type RuleOptions } from '../analysis/configuration/rule-options.js';
import { createRule } from './create-rule.js';
import { toSchema } from '../analysis/configuration/option-schema.js';
import { messagesOf, reportFindings, type MessageId } from './report-findings.js';

const name = 'no-unawaited-calls';
const defaults = defaultOptions(ruleOptions[name]);

/** Reports persistence promises that the async function around them neither awaits, returns nor passes on. */
export const noUnawaitedCalls = createRule<readonly [Partial<RuleOptions[typeof name]>], MessageId>({
  name,
  meta: {
    type: 'problem',
    docs: {
      description: 'require persistence calls to be awaited, returned or passed on in async functions',
      recommended: true,
      requiresTypeChecking: true,
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: toSchema(ruleOptions[name]),
    defaultOptions: [defaults],
    messages: messagesOf(name),
  },
  create(context, [given]) {
    const options = { ...defaults, ...given };
    return {
      Program() {
        reportFindings(context, { checks: checksOfUnawaitedCalls(options), autofix: options.autofix });
      },
    };
  },
});
