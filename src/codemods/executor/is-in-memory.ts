import type ts from 'typescript';
import type { Unit } from '../../analysis/unit.js';
import { unwrap } from '../../analysis/syntax/unwrap.js';

/** Whether a connection is seen to be made of a database in memory, or of a temporary one without a name. */
export function isInMemory(connection: ts.Expression, unit: Unit): boolean {
  const { facts, syntax } = unit;
  const at = unwrap(connection, syntax);
  if (syntax.isNewExpression(at) || syntax.isCallExpression(at)) return isMadeInMemory(at, unit);
  if (syntax.isIdentifier(at)) return facts.declarationsOf(at).some(declaration => hasInitializerInMemory(declaration, unit));
  if (!syntax.isPropertyAccessExpression(at) || !syntax.isIdentifier(at.name)) return false;
  return facts.declarationsOf(at.name).some(declaration => hasInitializerInMemory(declaration, unit) || isAssignedInMemory(declaration, unit));
}

function hasInitializerInMemory(declaration: ts.Node, unit: Unit): boolean {
  const { syntax } = unit;
  const initializer = syntax.isVariableDeclaration(declaration) || syntax.isPropertyDeclaration(declaration) ? declaration.initializer : undefined;
  return initializer !== undefined && isMadeInMemory(unwrap(initializer, syntax), unit);
}

/** Whether the class around a property assigns it a database in memory: `this.db = new Database(':memory:')`. */
function isAssignedInMemory(declaration: ts.Node, unit: Unit): boolean {
  const { syntax } = unit;
  if (!syntax.isPropertyDeclaration(declaration)) return false;
  const name = declaration.name.getText();
  return visit(declaration.parent);

  function visit(node: ts.Node): boolean {
    const isAssignment = syntax.isBinaryExpression(node) && node.operatorToken.kind === syntax.SyntaxKind.EqualsToken;
    if (isAssignment && node.left.getText() === `this.${name}` && isMadeInMemory(unwrap(node.right, syntax), unit)) return true;
    return syntax.forEachChild(node, child => visit(child) || undefined) === true;
  }
}

function isMadeInMemory(made: ts.Expression, { syntax }: Unit): boolean {
  if (!syntax.isNewExpression(made)) return false;
  const [path] = made.arguments ?? [];
  return !path || (syntax.isStringLiteralLike(path) && (path.text === '' || path.text.startsWith(':memory:') || path.text.includes('mode=memory')));
}
