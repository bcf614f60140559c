import type ts from 'typescript';
import type { Syntax } from './syntax.js';
import { isWrapper } from './unwrap.js';

/**
 * Renders a call as messages show it: on one line, without `this.`, arguments, type arguments, assertions and what stands
 * in a template.
 *
 * @example `this.container.items.create<Thread>(thread)` // 'container.items.create()'
 */
export function renderCall(call: ts.Expression, syntax: Syntax): string {
  return render(call, syntax).replace(/^this\??\./, '');
}

function render(expression: ts.Expression, syntax: Syntax): string {
  if (syntax.isCallExpression(expression)) return `${render(expression.expression, syntax)}()`;
  if (syntax.isTaggedTemplateExpression(expression)) return `${render(expression.tag, syntax)}\`…\``;
  if (syntax.isNewExpression(expression)) return `new ${render(expression.expression, syntax)}()`;
  if (syntax.isPropertyAccessExpression(expression)) {
    const dot = expression.questionDotToken ? '?.' : '.';
    return `${render(expression.expression, syntax)}${dot}${expression.name.text}`;
  }
  if (syntax.isElementAccessExpression(expression)) {
    const { argumentExpression: key, expression: object } = expression;
    const isShort = syntax.isStringLiteralLike(key) || syntax.isNumericLiteral(key) || syntax.isIdentifier(key);
    return `${render(object, syntax)}[${isShort ? key.getText() : '…'}]`;
  }
  if (isWrapper(expression, syntax)) return render(expression.expression, syntax);
  if (syntax.isIdentifier(expression)) return expression.text;
  const { SyntaxKind } = syntax;
  return expression.kind === SyntaxKind.ThisKeyword || expression.kind === SyntaxKind.SuperKeyword
    ? expression.getText()
    : '(…)';
}
