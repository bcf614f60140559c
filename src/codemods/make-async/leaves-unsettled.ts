import type ts from 'typescript';
import { isWithin } from '../../syntax/ancestors.js';
import { contains } from '../../syntax/contains.js';
import { outermostOf } from '../../syntax/unwrap.js';
import { walk } from '../../syntax/walk.js';
import { declarationsOf } from './symbols.js';
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
function executorsAround(node: ts.Node, { compiler }: Tracing): readonly ts.SignatureDeclaration[] {
  const found: ts.SignatureDeclaration[] = [];
  for (let at = node; !compiler.isSourceFile(at); at = at.parent) {
    if (!compiler.isArrowFunction(at) && !compiler.isFunctionExpression(at)) continue;
    const { parent } = outermostOf(at, compiler);
    if (
      compiler.isNewExpression(parent) &&
      compiler.isIdentifier(parent.expression) &&
      parent.expression.text === 'Promise'
    )
      found.push(at);
  }
  return found;
}

/** Whether all that a function calls stands in a `try` whose `catch` settles the promise. */
function seesToItself(fn: ts.SignatureDeclaration, settlers: readonly ts.Node[], tracing: Tracing): boolean {
  const { compiler } = tracing;
  const body = 'body' in fn ? fn.body : undefined;
  return (
    body !== undefined &&
    !walk(body, compiler, node => {
      const isSeenTo =
        compiler.isTryStatement(node) && node.catchClause !== undefined && settles(node.catchClause, settlers, tracing);
      if (compiler.isFunctionLike(node) || isSeenTo) return 'over';
      return compiler.isCallExpression(node) ? 'end' : 'into';
    })
  );
}

/** Whether the chain of promises that a callback is given to settles the promise when it fails: `opened.then(fn).catch(reject)`. */
function isSeenToBehind(fn: ts.Node, settlers: readonly ts.Node[], tracing: Tracing): boolean {
  const { compiler } = tracing;
  let { parent: chain } = outermostOf(fn, compiler);
  for (;;) {
    const access = chain.parent;
    const outer = access.parent;
    if (
      !compiler.isCallExpression(chain) ||
      !compiler.isPropertyAccessExpression(access) ||
      !compiler.isCallExpression(outer)
    )
      return false;
    const handler =
      access.name.text === 'catch' ? outer.arguments[0] : access.name.text === 'then' ? outer.arguments[1] : undefined;
    if (handler && !isWithin(fn, handler) && settles(handler, settlers, tracing)) return true;
    chain = outer;
  }
}

function settles(node: ts.Node, settlers: readonly ts.Node[], tracing: Tracing): boolean {
  const { compiler } = tracing;
  return contains(
    node,
    inner =>
      compiler.isIdentifier(inner) &&
      declarationsOf(inner, tracing).some(declaration => settlers.includes(declaration)),
    compiler,
  );
}
