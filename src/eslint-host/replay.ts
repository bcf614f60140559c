import type { AST, Linter, Rule } from 'eslint';
import type ts from 'typescript';
import type { Finding } from '../analysis/finding.js';
import type { RuleName } from '../analysis/kinds/kind.js';
import { kinds } from '../analysis/kinds/kinds.js';
import type { Standing } from '../analysis/configuration/policy.js';
import { findDirectiveComments, type Comment } from '../syntax/find-directive-comments.js';
import { nameSeverity, type RegisteredRule } from './find-registered-rules.js';
import type { ESLintPackage } from './load-eslint.js';
import type { Syntax } from '../syntax/syntax.js';

/** The effect of a file's own comments on the rules. */
export interface Replay {
  /** The options of every rule that is on in the file. */
  readonly options: ReadonlyMap<RuleName, object>;
  /** How findings stand after the file's comments, of those that were given. */
  readonly standings: ReadonlyMap<Finding, Standing>;
}

/** How comments are to be read. */
export interface ReplaySetup {
  readonly eslint: ESLintPackage;
  readonly syntax: Syntax;
  /** The rules as the project knows them, those that are off included: a comment can turn them on. */
  readonly registeredRules: readonly RegisteredRule[];
  /** Whether the configuration forbids comments to say anything. */
  readonly noInlineConfig: boolean;
}

/**
 * Lets ESLint say what the comments of a file do to findings: rules that report just these, under the project's own names,
 * run over a tree that is empty but for the comments. Undefined where no comment speaks of ESLint.
 */
export function replay(
  sourceFile: ts.SourceFile,
  findings: readonly Finding[],
  setup: ReplaySetup,
): Replay | undefined {
  const comments = findDirectiveComments(sourceFile, setup.syntax);
  if (comments.length === 0) return undefined;
  const options = new Map<RuleName, object>();
  const linter = new setup.eslint.Linter({ configType: 'flat' }) as LinterWithSuppressed;
  const reported = linter.verify(sourceFile.text, toConfig(setup, { comments, findings, options }));
  const suppressed = linter.getSuppressedMessages();
  return { options, standings: new Map(findings.map(finding => [finding, standingOf(idOf(finding, findings))])) };

  function standingOf(id: string): Standing {
    const open = reported.find(({ message }) => message === id);
    if (open) return { kind: 'open', severity: nameSeverity(open.severity) };
    const disabled = suppressed.find(({ message }) => message === id);
    return disabled
      ? {
          kind: 'optedOut',
          severity: nameSeverity(disabled.severity),
          by: 'comment',
          reason: describe('a comment disables the rule here', disabled),
        }
      : { kind: 'optedOut', severity: 'error', by: 'comment', reason: 'a comment turns the rule off in this file' };
  }
}

/** A part of the linter that ESLint documents but does not declare. */
interface LinterWithSuppressed extends Linter {
  getSuppressedMessages(): readonly Linter.SuppressedLintMessage[];
}

/** The data that the replaying rules use. */
interface Playing {
  readonly comments: readonly Comment[];
  readonly findings: readonly Finding[];
  /** Gets the options of every rule that runs. */
  readonly options: Map<RuleName, object>;
}

function toConfig({ noInlineConfig, registeredRules }: ReplaySetup, playing: Playing): Linter.Config {
  const prefixes = [...new Set(registeredRules.map(({ prefix }) => prefix))];
  const ofPrefix = (prefix: string): readonly RegisteredRule[] =>
    registeredRules.filter(registeredRule => registeredRule.prefix === prefix);
  return {
    files: ['**/*.js'], // what ESLint calls a text without a name
    languageOptions: {
      parser: { meta: { name: 'comments' }, parse: (text: string) => toTree(text, playing.comments) },
    },
    linterOptions: { noInlineConfig, reportUnusedDisableDirectives: 'off', reportUnusedInlineConfigs: 'off' },
    plugins: Object.fromEntries(
      prefixes.map(prefix => [
        prefix,
        {
          rules: Object.fromEntries(
            ofPrefix(prefix).map(registeredRule => [registeredRule.rule, toRule(registeredRule, playing)]),
          ),
        },
      ]),
    ),
    rules: Object.fromEntries(
      registeredRules.map(({ options, prefix, rule, severity }) => [
        `${prefix}/${rule}`,
        options ? [severity, options] : [severity],
      ]),
    ),
  };
}

/** A rule that reports what has been found already. */
function toRule({ rule, schema }: RegisteredRule, { findings, options }: Playing): Rule.RuleModule {
  return {
    meta: { schema },
    create: context => ({
      Program() {
        options.set(rule, (context.options as readonly object[])[0] ?? {});
        for (const finding of findings.filter(({ kind }) => kinds[kind].rule === rule)) {
          const { end, start } = finding.range;
          const loc = {
            start: context.sourceCode.getLocFromIndex(start),
            end: context.sourceCode.getLocFromIndex(end),
          };
          context.report({ loc, message: idOf(finding, findings) });
        }
      },
    }),
  };
}

/** A program that is empty but for comments. */
function toTree(text: string, comments: readonly Comment[]): AST.Program {
  const end = { line: text.split(lineBreak).length, column: text.length - text.lastIndexOf('\n') - 1 };
  return {
    type: 'Program',
    sourceType: 'module',
    body: [],
    tokens: [],
    comments: [...comments],
    range: [0, text.length],
    loc: { start: { line: 1, column: 0 }, end },
  };
}

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

/** A finding as the replaying rules name it: by its place among all. */
function idOf(finding: Finding, findings: readonly Finding[]): string {
  return String(findings.indexOf(finding));
}

/** With the reason that the comment itself gives. */
function describe(fact: string, { suppressions }: Linter.SuppressedLintMessage): string {
  const given = suppressions.map(({ justification }) => justification).find(justification => justification !== '');
  return given === undefined ? fact : `${fact}: ${given}`;
}
