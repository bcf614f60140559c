import type ts from 'typescript';
import { isWithin } from '../../syntax/ancestors.js';
import { contains } from '../../syntax/contains.js';
import { outermostOf } from '../../syntax/unwrap.js';
import { walk } from '../../syntax/walk.js';
import type { Tracing } from './tracing.js';

/**
 * Whether a function is given to `new Promise`, or stands in one that is, and nothing hands its failure on to that promise: were the
 * function async, what it comes to after its first `await` would never settle it. Its own `catch` may do so, or that of the chain that it is given to.
 *
 * @example `new Promise((resolve, reject) => { opened.then(() => { posts.save(post); resolve(); }, reject); })`
 */
export function leavesUnsettled(fn: ts.SignatureDeclaration, tracing: Tracing): boolean {
  const settlers = executorsAround(fn, tracing).flatMap(({ parameters }) => parameters);
  return settlers.length > 0 && !seesToItself(fn, settlers, tracing) && !isSeenToBehind(fn, settlers, tracing);
}

/** The functions around a node, and itself, that are given to `new Promise`. */
function executorsAround(node: ts.Node, { syntax }: Tracing): readonly ts.SignatureDeclaration[] {
  const found: ts.SignatureDeclaration[] = [];
  for (let at = node; !syntax.isSourceFile(at); at = at.parent) {
    if (!syntax.isArrowFunction(at) && !syntax.isFunctionExpression(at)) continue;
    const { parent } = outermostOf(at, syntax);
    if (
      syntax.isNewExpression(parent) &&
      syntax.isIdentifier(parent.expression) &&
      parent.expression.text === 'Promise'
    )
      found.push(at);
  }
  return found;
}

/** Whether all calls of a function are inside a `try` whose `catch` settles the promise. */
function seesToItself(fn: ts.SignatureDeclaration, settlers: readonly ts.Node[], tracing: Tracing): boolean {
  const { syntax } = tracing;
  const body = 'body' in fn ? fn.body : undefined;
  return (
    body !== undefined &&
    !walk(body, syntax, node => {
      const isSeenTo =
        syntax.isTryStatement(node) && node.catchClause !== undefined && settles(node.catchClause, settlers, tracing);
      if (syntax.isFunctionLike(node) || isSeenTo) return 'over';
      return syntax.isCallExpression(node) ? 'end' : 'into';
    })
  );
}

/** Whether the chain of promises that a callback is given to settles the promise when it fails: `opened.then(fn).catch(reject)`. */
function isSeenToBehind(fn: ts.Node, settlers: readonly ts.Node[], tracing: Tracing): boolean {
  const { syntax } = tracing;
  let { parent: chain } = outermostOf(fn, syntax);
  for (;;) {
    const access = chain.parent;
    const outer = access.parent;
    if (
      !syntax.isCallExpression(chain) ||
      !syntax.isPropertyAccessExpression(access) ||
      !syntax.isCallExpression(outer)
    )
      return false;
    const handler =
      access.name.text === 'catch' ? outer.arguments[0] : access.name.text === 'then' ? outer.arguments[1] : undefined;
    if (handler && !isWithin(fn, handler) && settles(handler, settlers, tracing)) return true;
    chain = outer;
  }
}

function settles(node: ts.Node, settlers: readonly ts.Node[], { declarations, syntax }: Tracing): boolean {
  return contains(
    node,
    inner =>
      syntax.isIdentifier(inner) && declarations.behind(inner).some(declaration => settlers.includes(declaration)),
    syntax,
  );
}
