import type ts from 'typescript';
import { statementAround } from '../../syntax/ancestors.js';
import { perUnit } from '../per-unit.js';
import { siblingIndex } from '../sibling-index.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { Unit } from '../unit.js';

/**
 * Whether a function makes a call for each item of something: in a loop, or in the callback of `map` and the like. A loop that is left when
 * the call has succeeded only tries again.
 */
export function isRepeated(call: ts.Node, fn: ts.Node, unit: Unit): boolean {
  const { catalogue, syntax } = unit;
  for (let at = call; at !== fn && !syntax.isSourceFile(at); at = at.parent) {
    const { parent } = at;
    if (syntax.isIterationStatement(parent, false) && parent.statement === at && !isLeftAfter(call, unit)) return true;
    if (
      syntax.isFunctionLike(at) &&
      syntax.isCallExpression(parent) &&
      syntax.isPropertyAccessExpression(parent.expression) &&
      catalogue.callbacks.get(parent.expression.name.text)?.some(({ fact }) => fact.runs === 'perItem')
    )
      return true;
  }
  return false;
}

/** `return await posts.save(post);`, or `await posts.save(post); return;` */
function isLeftAfter(call: ts.Node, unit: Unit): boolean {
  const { syntax } = unit;
  const statement = statementAround(call, syntax);
  return syntax.isBlock(statement.parent)
    ? siblingIndex(statement, unit) <= lastThatLeaves(statement.parent, unit)
    : leaves(statement, syntax);
}

/** Where in a block the last statement stands that leaves the loop around it. */
const lastThatLeaves = perUnit(({ statements }: ts.Block, { syntax }): number =>
  statements.findLastIndex(statement => leaves(statement, syntax)),
);

function leaves({ kind }: ts.Node, { SyntaxKind }: Syntax): boolean {
  return kind === SyntaxKind.ReturnStatement || kind === SyntaxKind.BreakStatement;
}
