import type ts from 'typescript';

/** A call, or a template with a tag, such as `` sql`...` ``. */
export type AwaitedCall = ts.CallExpression | ts.TaggedTemplateExpression;

/** The calls whose promises an expression is made of, and whether through `Promise.all` or one of its kin. */
export interface AwaitedCalls {
  readonly calls: readonly AwaitedCall[];
  readonly isCombined: boolean;
}

/**
 * Finds the calls that are awaited with `operand`: the innermost of a chain of `then`, `catch` and `finally`, and the
 * elements of `Promise.all`, those that an inline callback of `map` returns or awaits included.
 */
export function findAwaitedCalls(operand: ts.Expression, compiler: typeof ts): AwaitedCalls {
  const value = toChainRoot(operand);
  const isCombined = isCombinator(value);
  return { calls: isCombined ? value.arguments.flatMap(callsOfElements) : callsOf(value), isCombined };

  function callsOf(expression: ts.Expression): readonly AwaitedCall[] {
    const root = toChainRoot(expression);
    return compiler.isCallExpression(root) || compiler.isTaggedTemplateExpression(root) ? [root] : [];
  }

  function toChainRoot(expression: ts.Expression): ts.Expression {
    const bare = unwrap(expression, compiler);
    if (!compiler.isCallExpression(bare) || !compiler.isPropertyAccessExpression(bare.expression)) return bare;
    const { expression: receiver, name } = bare.expression;
    return ['then', 'catch', 'finally'].includes(name.text) ? toChainRoot(receiver) : bare;
  }

  function isCombinator(expression: ts.Expression): expression is ts.CallExpression {
    return (
      compiler.isCallExpression(expression) &&
      /^Promise\s*\.\s*(?:all|allSettled|any|race)$/.test(expression.expression.getText())
    );
  }

  function callsOfElements(list: ts.Expression): readonly AwaitedCall[] {
    const bare = unwrap(list, compiler);
    if (compiler.isArrayLiteralExpression(bare)) {
      return bare.elements.flatMap(element =>
        compiler.isSpreadElement(element) ? callsOfElements(element.expression) : callsOf(element),
      );
    }
    if (!compiler.isCallExpression(bare) || !compiler.isPropertyAccessExpression(bare.expression)) return [];
    return /^(?:map|flatMap)$/.test(bare.expression.name.text)
      ? bare.arguments.slice(0, 1).flatMap(callsOfCallback)
      : [];
  }

  function callsOfCallback(callback: ts.Expression): readonly AwaitedCall[] {
    if (!compiler.isArrowFunction(callback) && !compiler.isFunctionExpression(callback)) return [];
    return compiler.isBlock(callback.body) ? callsOfBody(callback.body) : callsOf(stripAwait(callback.body));
  }

  function callsOfBody(node: ts.Node): readonly AwaitedCall[] {
    if (compiler.isFunctionLike(node)) return [];
    const own =
      compiler.isReturnStatement(node) && node.expression
        ? callsOf(node.expression)
        : compiler.isAwaitExpression(node)
          ? callsOf(node.expression)
          : [];
    const below: AwaitedCall[] = [];
    compiler.forEachChild(node, child => {
      below.push(...callsOfBody(child));
    });
    return [...own, ...below];
  }

  function stripAwait(expression: ts.Expression): ts.Expression {
    const bare = unwrap(expression, compiler);
    return compiler.isAwaitExpression(bare) ? bare.expression : bare;
  }
}

/** Whether a chain of `then`, `catch` and `finally` sees to the failure of what it begins with. */
export function isHandled(expression: ts.Expression, compiler: typeof ts): boolean {
  const bare = unwrap(expression, compiler);
  if (!compiler.isCallExpression(bare) || !compiler.isPropertyAccessExpression(bare.expression)) return false;
  const { expression: receiver, name } = bare.expression;
  const isHandler =
    (name.text === 'catch' && bare.arguments.length > 0) || (name.text === 'then' && bare.arguments.length > 1);
  return isHandler || (['then', 'catch', 'finally'].includes(name.text) && isHandled(receiver, compiler));
}

function unwrap(expression: ts.Expression, compiler: typeof ts): ts.Expression {
  return compiler.isParenthesizedExpression(expression) ||
    compiler.isNonNullExpression(expression) ||
    compiler.isAsExpression(expression) ||
    compiler.isSatisfiesExpression(expression) ||
    compiler.isTypeAssertionExpression(expression)
    ? unwrap(expression.expression, compiler)
    : expression;
}
