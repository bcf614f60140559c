import type ts from 'typescript';
import type { Unit } from '../unit.js';
import { isWithin } from '../../syntax/ancestors.js';
import type { Syntax } from '../../syntax/syntax.js';
import { isWrapper } from '../../syntax/unwrap.js';

/**
 * Whether two pieces of code mean the same thing, as far as that can be seen: the same variable, the same member of it, the same call
 * with the same arguments. Blanks, comments, parentheses, assertions, quotes and `?.` make no difference; another variable of the same
 * name does. Of names that nobody declares the name is enough.
 */
export function isSameReference(a: ts.Node, b: ts.Node, unit: Unit): boolean {
  const open: [ts.Node, ts.Node][] = [[a, b]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [one, other] = [valueOf(pair[0], unit.syntax), valueOf(pair[1], unit.syntax)];
    if (!isSameWord(one, other, [a, b], unit)) return false;
    const [parts, otherParts] = [partsOf(one, unit.syntax), partsOf(other, unit.syntax)];
    if (parts.length !== otherParts.length) return false;
    for (const [index, part] of parts.entries()) open.push([part, otherParts[index] ?? part]);
  }
  return true;
}

/** What a node is without what changes nothing about its value. */
function valueOf(node: ts.Node, syntax: Syntax): ts.Node {
  let at = node;
  while (isWrapper(at, syntax)) at = at.expression;
  return at;
}

/** Whether two nodes are the same, but for what stands in them. `wholes` are what is compared: a variable of one of them is like that of the other. */
function isSameWord(a: ts.Node, b: ts.Node, wholes: readonly [ts.Node, ts.Node], unit: Unit): boolean {
  const { syntax } = unit;
  if (memberOf(a, syntax) !== memberOf(b, syntax)) return false;
  if (memberOf(a, syntax) !== undefined) return true;
  if (isText(a, syntax) && isText(b, syntax)) return a.text === b.text;
  if (a.kind !== b.kind) return false;
  if (syntax.isIdentifier(a) && syntax.isIdentifier(b)) return a.text === b.text && isSameVariable(a, b, wholes, unit);
  if (a.kind === syntax.SyntaxKind.ThisKeyword)
    return isSameOwner(ownerOfThis(a, syntax), ownerOfThis(b, syntax), wholes);
  return textOf(a, syntax) === textOf(b, syntax) && operatorOf(a, syntax) === operatorOf(b, syntax);
}

/** What a node consists of that has to be the same: of an access to a member of a known name, the object alone. */
function partsOf(node: ts.Node, syntax: Syntax): readonly ts.Node[] {
  if (memberOf(node, syntax) !== undefined)
    return [(node as ts.PropertyAccessExpression | ts.ElementAccessExpression).expression]; // only these have one
  const parts: ts.Node[] = [];
  syntax.forEachChild(node, part => {
    if (part.kind !== syntax.SyntaxKind.QuestionDotToken) parts.push(part);
  });
  return parts;
}

/** The name of the member that a node takes, `x.name` or `x['name']`; undefined for anything else. */
function memberOf(node: ts.Node, syntax: Syntax): string | undefined {
  if (syntax.isPropertyAccessExpression(node)) return node.name.text;
  if (!syntax.isElementAccessExpression(node)) return undefined;
  const { argumentExpression: key } = node;
  return isText(key, syntax) || syntax.isNumericLiteral(key) ? key.text : undefined;
}

function isText(node: ts.Node, syntax: Syntax): node is ts.StringLiteralLike {
  return syntax.isStringLiteralLike(node);
}

function isSameVariable(
  a: ts.Identifier,
  b: ts.Identifier,
  wholes: readonly [ts.Node, ts.Node],
  { facts }: Unit,
): boolean {
  const [declarations, others] = [facts.declarationsOf(a), facts.declarationsOf(b)];
  if (declarations.length === 0 && others.length === 0) return true;
  return declarations.some(declaration => others.some(other => isSameOwner(declaration, other, wholes)));
}

/** Whether two nodes are the same one, or stand for one another in the two pieces of code. */
function isSameOwner(
  a: ts.Node | undefined,
  b: ts.Node | undefined,
  [whole, otherWhole]: readonly [ts.Node, ts.Node],
): boolean {
  if (a === b || !a || !b) return a === b;
  return a.kind === b.kind && isWithin(a, whole) && isWithin(b, otherWhole);
}

/** The class or the object whose member `this` stands in, else the function; undefined at the top level. */
function ownerOfThis(node: ts.Node, syntax: Syntax): ts.Node | undefined {
  for (let at = node.parent; !syntax.isSourceFile(at); at = at.parent) {
    if (syntax.isClassLike(at)) return at;
    const { parent } = at;
    if (!syntax.isFunctionLike(at) || syntax.isArrowFunction(at)) continue;
    return syntax.isClassLike(parent) || syntax.isObjectLiteralExpression(parent) ? parent : at;
  }
  return undefined;
}

/** The text of a literal or of a part of a template. */
function textOf(node: ts.Node, { SyntaxKind, isPrivateIdentifier }: Syntax): string {
  const isLiteral = node.kind >= SyntaxKind.FirstLiteralToken && node.kind <= SyntaxKind.LastTemplateToken;
  return isLiteral || isPrivateIdentifier(node) ? (node as ts.LiteralLikeNode | ts.PrivateIdentifier).text : ''; // by its kind
}

/** The operator of `!x` or `x++`, which is no node. */
function operatorOf(node: ts.Node, syntax: Syntax): ts.SyntaxKind | undefined {
  return syntax.isPrefixUnaryExpression(node) || syntax.isPostfixUnaryExpression(node) ? node.operator : undefined;
}
