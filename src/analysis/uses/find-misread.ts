import type ts from 'typescript';
import type { Kind } from '../kinds.js';
import { functionAround } from '../../syntax/ancestors.js';
import { findReads, findReferences, type LocalBinding } from '../names/find-references.js';
import { findSkipped } from './find-skipped.js';
import { outermostOf, unwrap } from '../../syntax/unwrap.js';
import type { Unit } from '../unit.js';
import { classifyUse } from './classify-use.js';

/**
 * How the one promise in a variable is lost although it is handed on: it is compared with nothing as if it were the result,
 * `if (!found) throw …; return found;`, or returned from the `try` that it was made in. Undefined where neither is so.
 */
export function findMisread(
  value: ts.Expression,
  binding: LocalBinding,
  unit: Unit,
): Extract<Kind, 'returnedFromTry' | 'tested'> | undefined {
  const { initializer } = binding.declaration;
  const reads = findReads(binding, unit);
  const isOnly =
    initializer !== undefined &&
    unwrap(initializer, unit.syntax) === unwrap(value, unit.syntax) &&
    findReferences(binding, unit).length === reads.length;
  if (!isOnly || reads.some(read => functionAround(read, unit.syntax) !== binding.scope)) return undefined;
  if (reads.some(read => isComparedWithNothing(read, unit)) && reads.every(read => isReadAsResult(read, unit)))
    return 'tested';
  const [read, ...others] = reads;
  return read && others.length === 0 && isReturned(read, unit) && leavesTry(read, unit) && leavesTry(value, unit)
    ? 'returnedFromTry'
    : undefined;
}

/** `!found`, `found === null` and the like, of which the compiler says nothing. */
function isComparedWithNothing(read: ts.Expression, { syntax }: Unit): boolean {
  const { SyntaxKind } = syntax;
  const at = outermostOf(read, syntax);
  const { parent } = at;
  if (syntax.isBinaryExpression(parent)) {
    const equality: readonly ts.SyntaxKind[] = [
      SyntaxKind.EqualsEqualsToken,
      SyntaxKind.EqualsEqualsEqualsToken,
      SyntaxKind.ExclamationEqualsToken,
      SyntaxKind.ExclamationEqualsEqualsToken,
    ];
    return (
      equality.includes(parent.operatorToken.kind) &&
      [parent.left, parent.right].some(side => side !== at && isNothing(side, syntax))
    );
  }
  return (
    parent.kind === SyntaxKind.PrefixUnaryExpression &&
    (parent as ts.PrefixUnaryExpression).operator === SyntaxKind.ExclamationToken
  ); // by its kind
}

function isNothing(expression: ts.Expression, syntax: Unit['syntax']): boolean {
  return (
    expression.kind === syntax.SyntaxKind.NullKeyword ||
    (syntax.isIdentifier(expression) && expression.text === 'undefined')
  );
}

/** Whether a read takes the variable for the result, or gives it away as it is. */
function isReadAsResult(read: ts.Expression, unit: Unit): boolean {
  const { kind } = classifyUse(read, unit.syntax);
  return kind === 'tested' || kind === 'serialised' || kind === 'link' || isReturned(read, unit);
}

function isReturned(read: ts.Expression, { syntax }: Unit): boolean {
  const use = classifyUse(read, syntax);
  return use.kind === 'returned' && unwrap(use.value, syntax) === read;
}

function leavesTry(node: ts.Node, unit: Unit): boolean {
  return findSkipped(node, unit).size > 0;
}
