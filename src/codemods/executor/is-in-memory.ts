import type ts from 'typescript';
import { contains } from '../../syntax/contains.js';
import { textOfName } from '../../syntax/declared-names.js';
import { lastWord } from '../../syntax/name-of-call.js';
import type { Unit } from '../../analysis/unit.js';
import { unwrap } from '../../syntax/unwrap.js';

/** Whether a connection visibly opens an in-memory database, or a temporary one without a name. */
export function isInMemory(connection: ts.Expression, unit: Unit): boolean {
  const { facts, syntax } = unit;
  const at = unwrap(connection, syntax);
  if (syntax.isNewExpression(at) || syntax.isCallExpression(at)) return isMadeInMemory(at, unit);
  if (syntax.isIdentifier(at))
    return facts.declarationsOf(at).some(declaration => hasInitializerInMemory(declaration, unit));
  if (!syntax.isPropertyAccessExpression(at) || !syntax.isIdentifier(at.name)) return false;
  return facts
    .declarationsOf(at.name)
    .some(declaration => hasInitializerInMemory(declaration, unit) || isAssignedInMemory(declaration, unit));
}

function hasInitializerInMemory(declaration: ts.Node, unit: Unit): boolean {
  const { syntax } = unit;
  const initializer =
    syntax.isVariableDeclaration(declaration) || syntax.isPropertyDeclaration(declaration)
      ? declaration.initializer
      : undefined;
  return initializer !== undefined && isMadeInMemory(unwrap(initializer, syntax), unit);
}

/** Whether the class around a property assigns it a database in memory: `this.db = new Database(':memory:')`. */
function isAssignedInMemory(declaration: ts.Node, unit: Unit): boolean {
  const { syntax } = unit;
  const name = syntax.isPropertyDeclaration(declaration) ? textOfName(declaration.name, syntax) : undefined;
  if (name === undefined) return false;
  return contains(
    declaration.parent,
    node => {
      const isAssignment = syntax.isBinaryExpression(node) && node.operatorToken.kind === syntax.SyntaxKind.EqualsToken;
      return isAssignment && isOwnMember(node.left, name, unit) && isMadeInMemory(unwrap(node.right, syntax), unit);
    },
    syntax,
  );
}

/** `this.db`, `this['db']` */
function isOwnMember(target: ts.Expression, name: string, { syntax }: Unit): boolean {
  const at = unwrap(target, syntax);
  const isMember = syntax.isPropertyAccessExpression(at) || syntax.isElementAccessExpression(at);
  return isMember && at.expression.kind === syntax.SyntaxKind.ThisKeyword && lastWord(at, syntax) === name;
}

function isMadeInMemory(made: ts.Expression, { syntax }: Unit): boolean {
  if (!syntax.isNewExpression(made)) return false;
  const [path] = made.arguments ?? [];
  return (
    !path ||
    (syntax.isStringLiteralLike(path) &&
      (path.text === '' || path.text.startsWith(':memory:') || path.text.includes('mode=memory')))
  );
}
