import type ts from 'typescript';
import type { CallFacts } from './call-facts.js';
import { functionAround } from '../../syntax/ancestors.js';
import { isNothing } from '../../syntax/is-nothing.js';
import { findReferences, isWrite, type LocalBinding } from '../names/find-references.js';
import { findSkipped } from '../uses/find-skipped.js';
import { outermostOf, unwrap } from '../../syntax/unwrap.js';
import type { Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import { readsOfAssigned } from '../uses/find-fate.js';

/**
 * How the one promise in a variable is lost although it is handed on: it is compared with nothing as if it were the result,
 * `if (!found) throw …; return found;`, or returned from the `try` that it was made in. Undefined where neither is so.
 */
export function findMisread({ fate, kept, unit, use }: CallFacts): 'returnedFromTry' | 'tested' | undefined {
  const binding = kept?.binding;
  if (use.kind !== 'assigned' || fate?.awaited !== 'assumed' || !binding) return undefined;
  const { reads } = fate;
  if (reads.some(read => functionAround(read, unit.syntax) !== binding.scope)) return undefined;
  if (!isWholeOf(use.value, use.binding, unit) || isMixed({ binding, name: use.binding, reads }, unit))
    return undefined;
  if (reads.some(read => isComparedWithNothing(read, unit)) && reads.every(read => isReadAsResult(read, unit)))
    return 'tested';
  const [read, ...more] = reads;
  return read && more.length === 0 && isReturned(read, unit) && leavesTry(read, unit) && leavesTry(use.value, unit)
    ? 'returnedFromTry'
    : undefined;
}

/** A promise that a variable keeps. */
interface Kept {
  /** Where it is assigned. */
  readonly name: ts.Identifier;
  readonly binding: LocalBinding;
  /** What reads it. */
  readonly reads: readonly ts.Identifier[];
}

/** Whether a value is all that is assigned to a name, and not one side of a choice. */
function isWholeOf(value: ts.Expression, { parent }: ts.Identifier, { syntax }: Unit): boolean {
  const assigned = syntax.isVariableDeclaration(parent)
    ? parent.initializer
    : syntax.isBinaryExpression(parent)
      ? parent.right
      : undefined;
  return assigned !== undefined && unwrap(assigned, syntax) === unwrap(value, syntax);
}

/** Whether what reads the promise may read another value of the variable as well. */
function isMixed({ binding, name, reads }: Kept, unit: Unit): boolean {
  const { name: declared } = binding.declaration;
  const stores = [
    ...(unit.syntax.isIdentifier(declared) ? [declared] : []),
    ...findReferences(binding, unit).filter(reference => isWrite(reference, unit)),
  ];
  return stores
    .filter(store => store !== name)
    .some(store => readsOfAssigned(store, unit).some(read => reads.includes(read)));
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

/** Whether a read takes the variable for the result, or gives it away as it is. */
function isReadAsResult(read: ts.Expression, unit: Unit): boolean {
  const { kind } = classifyUse(read, unit.syntax);
  return kind === 'tested' || kind === 'serialized' || kind === 'link' || isReturned(read, unit);
}

function isReturned(read: ts.Expression, { syntax }: Unit): boolean {
  const use = classifyUse(read, syntax);
  return use.kind === 'returned' && unwrap(use.value, syntax) === read;
}

function leavesTry(node: ts.Node, unit: Unit): boolean {
  return findSkipped(node, unit).size > 0;
}
