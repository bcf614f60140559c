import { ESLintUtils } from '@typescript-eslint/utils';
import { packageInfo } from '../package-info.js';

/** What a rule's documentation says of it, beyond what ESLint asks for. */
export interface RuleDocs {
  /** Whether the preset `recommended` turns the rule on. */
  readonly recommended: boolean;
  readonly requiresTypeChecking: true;
}

/** Creates a rule whose documentation is the page that this version of the package contains. */
export const createRule = ESLintUtils.RuleCreator<RuleDocs>(
  name => `https://app.unpkg.com/${packageInfo.name}@${packageInfo.version}/files/docs/rules/${name}.md`,
);
