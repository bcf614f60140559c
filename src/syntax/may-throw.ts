import type ts from 'typescript';
import { isPromiseMethod } from './is-promise-method.js';
import type { Syntax } from './syntax.js';
import { walk } from './walk.js';

/**
 * Whether a part of a function's body throws past all that would catch it there, or gives a promise that is rejected. What it
 * calls is not looked at, and no function in it but those that `isEntered` says.
 *
 * @example `catch (error) { if (isFatal(error)) throw error; }`
 */
export function mayThrow(
  part: ts.Node,
  syntax: Syntax,
  isEntered: (fn: ts.SignatureDeclaration) => boolean = () => false,
): boolean {
  return walk(part, syntax, node => {
    if (node.kind === syntax.SyntaxKind.ThrowStatement || isRejection(node, syntax)) return 'end';
    if (node !== part && syntax.isFunctionLike(node)) return isEntered(node) ? 'into' : 'over';
    const { parent } = node;
    return node !== part && syntax.isTryStatement(parent) && parent.catchClause && parent.tryBlock === node
      ? 'over'
      : 'into';
  });
}

/** `Promise.reject(error)` */
function isRejection(node: ts.Node, syntax: Syntax): boolean {
  return isPromiseMethod(node, rejecting, syntax);
}

const rejecting: ReadonlySet<string> = new Set(['reject']);
