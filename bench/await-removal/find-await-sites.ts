import type ts from 'typescript';
import { classifyAwait, type Category } from './classify-await.js';
import { findAwaitedCalls, type AwaitedCall } from './find-awaited-calls.js';
import { createCallJudge, type CallJudge } from './judge-call.js';
import { controlCalls, controlCallsIn } from './persistence-packages.js';
import type { Range } from './text-ranges.js';

/** Why an await is not removed, in the order of the report. */
export const exclusions = [
  'moduleLevel',
  'receiverAny',
  'control',
  'notAwaitable',
  'awaitedLater',
  'lineStart',
] as const;

/** Why an await is not removed. */
export type Exclusion = (typeof exclusions)[number];

/** One await on a persistence call, or on a call of `any` that could be one. Offsets are UTF-16 units of the file's text. */
export interface AwaitSite {
  readonly fileName: string;
  readonly category: Category;
  /** The `await` and the white space behind it. */
  readonly deletion: Range;
  /** The innermost function around it. */
  readonly scope: Range;
  /** Where the operand and the persistence calls in it start: a finding at one of them is this await's. */
  readonly starts: readonly number[];
  readonly line: number;
  /** The operand on one line, cut off. */
  readonly call: string;
  /** The package by which it is a persistence call, or `project`. */
  readonly library: string;
  /** Undefined where the await counts. */
  readonly exclusion: Exclusion | undefined;
}

/** Finds every await of a file that waits for a persistence call, by this measure's own test, or for a call of `any`. */
export function findAwaitSites(
  sourceFile: ts.SourceFile,
  program: ts.Program,
  compiler: typeof ts,
): readonly AwaitSite[] {
  const judge = createCallJudge(program, compiler);
  const sites: AwaitSite[] = [];
  visit(sourceFile);
  return sites;

  function visit(node: ts.Node): void {
    const site = compiler.isAwaitExpression(node) ? toSite(node) : undefined;
    if (site) sites.push(site);
    compiler.forEachChild(node, visit);
  }

  function toSite(awaited: ts.AwaitExpression): AwaitSite | undefined {
    const operand = awaited.expression;
    const { calls, isCombined } = findAwaitedCalls(operand, compiler);
    const persistence = judgeAll(calls, judge);
    if (!persistence) return undefined;
    const start = awaited.getStart();
    const category = classifyAwait(awaited, compiler);
    return {
      fileName: sourceFile.fileName,
      category: isCombined ? (category === 'statement' ? 'promiseAll' : 'promiseAllValue') : category,
      deletion: { start, end: start + (/^await\s*/.exec(awaited.getText())?.[0] ?? '').length },
      scope: scopeOf(awaited),
      starts: [operand.getStart(), ...persistence.calls.map(call => call.getStart())],
      line: sourceFile.getLineAndCharacterOfPosition(start).line + 1,
      call: operand.getText().replace(/\s+/g, ' ').slice(0, 120),
      library: persistence.library,
      exclusion: exclusionOf(awaited, persistence),
    };
  }

  function scopeOf(node: ts.Node): Range {
    const { end, pos } = functionAround(node) ?? sourceFile;
    return { start: pos, end };
  }

  function functionAround(node: ts.Node): ts.Node | undefined {
    return compiler.findAncestor(node, ancestor => compiler.isFunctionLike(ancestor));
  }

  function exclusionOf(awaited: ts.AwaitExpression, { calls, isAny, library }: Persistence): Exclusion | undefined {
    if (!functionAround(awaited)) return 'moduleLevel';
    if (isAny) return 'receiverAny';
    if (calls.every(call => isControl(call, library))) return 'control';
    if (!judge.isAwaitable(awaited.expression)) return 'notAwaitable';
    if (calls.every(call => isAwaitedLater(call))) return 'awaitedLater';
    return needsSemicolon(awaited) ? 'lineStart' : undefined;
  }

  /** Whether a call extends what a variable holds, and the same function awaits that variable behind the call: the query runs there all the same. */
  function isAwaitedLater(call: AwaitedCall): boolean {
    const root = rootOf(call);
    if (!compiler.isIdentifier(root) || !judge.isAwaitable(root)) return false;
    const scope = functionAround(call);
    return scope !== undefined && awaits(scope, root.text, call.end);
  }

  /** Whether something below `node` and behind `position` awaits the variable `name` itself. */
  function awaits(node: ts.Node, name: string, position: number): boolean {
    if (compiler.isAwaitExpression(node) && node.pos >= position && compiler.isIdentifier(node.expression))
      return node.expression.text === name;
    return compiler.forEachChild(node, child => awaits(child, name, position) || undefined) === true;
  }

  function rootOf(expression: ts.Expression): ts.Expression {
    if (compiler.isCallExpression(expression) || compiler.isPropertyAccessExpression(expression))
      return rootOf(expression.expression);
    return expression;
  }

  function isControl(call: AwaitedCall, library: string): boolean {
    const callee = compiler.isCallExpression(call) ? call.expression : call.tag;
    const name = compiler.isPropertyAccessExpression(callee) ? callee.name : callee;
    return (
      compiler.isIdentifier(name) &&
      (controlCalls.has(name.text) || controlCallsIn.get(name.text)?.includes(library) === true)
    );
  }

  /** Whether a statement would begin with a character that makes it go on with the line before. */
  function needsSemicolon({ expression, parent }: ts.AwaitExpression): boolean {
    return compiler.isExpressionStatement(parent) && /^[([`/+-]/.test(expression.getText());
  }
}

interface Persistence {
  readonly calls: readonly AwaitedCall[];
  readonly library: string;
  readonly isAny: boolean;
}

/** The persistence calls among some calls, else those of `any`; undefined where there is neither. */
function judgeAll(calls: readonly AwaitedCall[], judge: CallJudge): Persistence | undefined {
  const judged = calls.map(call => ({ call, judgment: judge.judge(call) }));
  const found = judged.flatMap(({ call, judgment }) =>
    judgment.kind === 'persistence' ? [{ call, library: judgment.library }] : [],
  );
  if (found[0]) return { calls: found.map(({ call }) => call), library: found[0].library, isAny: false };
  const ofAny = judged.filter(({ judgment }) => judgment.kind === 'any').map(({ call }) => call);
  return ofAny.length > 0 ? { calls: ofAny, library: 'any', isAny: true } : undefined;
}
