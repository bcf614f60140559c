import type ts from 'typescript';
import { statementAround } from '../syntax/ancestors.js';
import { contains } from '../syntax/contains.js';
import type { Syntax } from '../syntax/syntax.js';

/**
 * Whether the statements behind a call, before anything else waits, make a promise by hand and keep what settles it where others
 * find it. The call is the question then: when it is waited for, the answer can come before anybody expects it.
 *
 * @example `bus.publish(question); return new Promise(resolve => { this.pending.set(id, resolve); });`
 */
export function expectsAnswer(call: ts.Expression, syntax: Syntax): boolean {
  const statement = statementAround(call, syntax);
  const { parent } = statement;
  if (!syntax.isBlock(parent)) return false;
  for (const next of parent.statements.slice(parent.statements.indexOf(statement as ts.Statement) + 1)) {
    if (contains(next, node => keepsResolver(node, syntax), syntax)) return true;
    if (contains(next, node => syntax.isAwaitExpression(node), syntax)) return false;
  }
  return false;
}

function keepsResolver(node: ts.Node, syntax: Syntax): boolean {
  if (syntax.isCallExpression(node)) return /^Promise\s*\.\s*withResolvers$/.test(node.expression.getText());
  if (!syntax.isNewExpression(node) || node.expression.getText() !== 'Promise') return false;
  const executor = node.arguments?.[0];
  if (!executor || !(syntax.isArrowFunction(executor) || syntax.isFunctionExpression(executor))) return false;
  const names = executor.parameters.map(({ name }) => name.getText());
  return contains(executor.body, inner => syntax.isIdentifier(inner) && names.includes(inner.text) && isKept(inner, syntax), syntax);
}

/** `this.pending[id] = resolve`, `{ resolve }`, `pending.set(id, resolve)`. */
function isKept(resolver: ts.Identifier, syntax: Syntax): boolean {
  const { parent } = resolver;
  if (syntax.isBinaryExpression(parent)) {
    return parent.right === resolver && (syntax.isPropertyAccessExpression(parent.left) || syntax.isElementAccessExpression(parent.left));
  }
  if (syntax.isShorthandPropertyAssignment(parent) || syntax.isPropertyAssignment(parent)) return true;
  return syntax.isCallExpression(parent) && /\.(?:add|push|set)$/.test(parent.expression.getText());
}
