import { checksOfBlockingCalls } from '../analysis/configuration/checks.js';
import { defaultOptions, ruleOptions, type RuleOptions } from '../analysis/configuration/rule-options.js';
import { createRule } from './create-rule.js';
import { toSchema } from '../analysis/configuration/option-schema.js';
import { messagesOf, reportFindings, type MessageId } from './report-findings.js';

const name = 'no-blocking-calls';
const defaults = defaultOptions(ruleOptions[name]);

/** Reports synchronous calls of databases, the file system and the like in async functions, where every other request waits for them. */
export const noBlockingCalls = createRule<readonly [Partial<RuleOptions[typeof name]>], MessageId>({
  name,
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow synchronous calls to databases, the file system and the like in async functions',
      recommended: true,
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
        reportFindings(context, { checks: checksOfBlockingCalls({ ...defaults, ...given }), autofix: false });
      },
    };
  },
});
