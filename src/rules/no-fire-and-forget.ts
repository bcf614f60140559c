import { checksOfFireAndForget } from '../analysis/configuration/checks.js';
import { defaultOptions, ruleOptions, type RuleOptions } from '../analysis/configuration/rule-options.js';
import { createRule } from './create-rule.js';
import { toSchema } from '../analysis/configuration/option-schema.js';
import { messagesOf, reportFindings, type MessageId } from './report-findings.js';

const name = 'no-fire-and-forget';
const defaults = defaultOptions(ruleOptions[name]);

/** Reports persistence promises that are detached on purpose, by `void` or behind a rejection handler, without saying why. */
export const noFireAndForget = createRule<readonly [Partial<RuleOptions[typeof name]>], MessageId>({
  name,
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow persistence calls that are detached without a stated reason',
      recommended: false,
      requiresTypeChecking: true,
    },
    hasSuggestions: true,
    schema: toSchema(ruleOptions[name]),
    defaultOptions: [defaults],
    messages: messagesOf(name),
  },
  create(context, [given]) {
    return {
      Program() {
        reportFindings(context, { checks: checksOfFireAndForget({ ...defaults, ...given }), autofix: false });
      },
    };
  },
});
