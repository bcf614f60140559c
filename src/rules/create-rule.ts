import { ESLintUtils } from '@typescript-eslint/utils';
import { docsUrlOf } from '../analysis/docs-url.js';
import type { RuleName } from '../analysis/kinds/kind.js';
import { packageInfo } from '../package-info.js';

/** What a rule's documentation says of it, beyond what ESLint asks for. */
export interface RuleDocs {
  /** Whether the preset `recommended` turns the rule on. */
  readonly recommended: boolean;
  readonly requiresTypeChecking: true;
}

/** Creates a rule whose documentation is the page that this version of the package contains. */
export const createRule = ESLintUtils.RuleCreator<RuleDocs>(name => docsUrlOf(name as RuleName, packageInfo)); // every rule is declared under its name
