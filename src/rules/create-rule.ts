import { ESLintUtils } from '@typescript-eslint/utils';

/** What a rule's documentation says of it, beyond what ESLint asks for. */
export interface RuleDocs {
  /** Whether the preset `recommended` turns the rule on. */
  readonly recommended: boolean;
  readonly requiresTypeChecking: true;
}

/** Creates a rule whose documentation lives in this package's repository. */
export const createRule = ESLintUtils.RuleCreator<RuleDocs>(
  name => `https://github.com/eslint-plugin-persistence/eslint-plugin-persistence/blob/main/docs/rules/${name}.md`,
);
