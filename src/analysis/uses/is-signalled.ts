import type ts from 'typescript';
import type { Unit } from '../unit.js';

/**
 * Whether what comes after a promise tells the `new Promise` around it, which is waited for in its place: an argument of its
 * `then`, `catch` or `finally` mentions what the executor is given.
 *
 * @example `new Promise(resolve => { repo.save(x).then(() => resolve()); })`
 */
export function isSignalled(value: ts.Expression, unit: Unit): boolean {
  const { facts, syntax } = unit;
  const given = [...findExecutors(value, unit)].flatMap(({ parameters }) => parameters);
  return given.length > 0 && mentions(value);

  function mentions(node: ts.Node): boolean {
    if (syntax.isIdentifier(node)) return given.some(({ name }) => syntax.isIdentifier(name) && name.text === node.text) && facts.declarationsOf(node).some(declaration => given.some(parameter => parameter === declaration));
    return syntax.forEachChild(node, child => mentions(child) || undefined) === true;
  }
}

/** The functions around a node that are given to `new Promise`. */
function* findExecutors(node: ts.Node, { syntax }: Unit): Generator<ts.SignatureDeclaration> {
  for (let at = node; !syntax.isSourceFile(at); at = at.parent) {
    if (!syntax.isArrowFunction(at) && !syntax.isFunctionExpression(at)) continue;
    const { parent } = at;
    if (syntax.isNewExpression(parent) && syntax.isIdentifier(parent.expression) && parent.expression.text === 'Promise') yield at;
  }
}
