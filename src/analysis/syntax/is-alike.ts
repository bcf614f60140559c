import type ts from 'typescript';
import type { Unit } from '../unit.js';
import { unwrap } from './unwrap.js';

/** Whether two expressions are made of the same words about the same variables: `` `user:${id}` ``, `keyOf(id)`. */
export function isAlike(one: ts.Node, other: ts.Node, unit: Unit): boolean {
  const { facts, syntax } = unit;
  const [a, b] = [unwrap(one as ts.Expression, syntax), unwrap(other as ts.Expression, syntax)]; // what is no expression is left as it is
  if (a.kind !== b.kind || textOf(a) !== textOf(b)) return false;
  if (syntax.isIdentifier(a) && syntax.isIdentifier(b)) {
    const declarations = facts.declarationsOf(a);
    return facts.declarationsOf(b).some(declaration => declarations.includes(declaration));
  }
  const [parts, others] = [partsOf(a), partsOf(b)];
  return parts.length === others.length && parts.every((part, index) => isAlike(part, others[index] ?? b, unit));

  function partsOf(node: ts.Node): readonly ts.Node[] {
    const found: ts.Node[] = [];
    syntax.forEachChild(node, part => void found.push(part));
    return found;
  }
}

/** What a name, a literal or a part of a template says. */
function textOf(node: ts.Node): string | undefined {
  return (node as Partial<ts.LiteralLikeNode>).text; // undefined for all other kinds
}
