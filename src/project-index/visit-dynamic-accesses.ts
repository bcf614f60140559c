import type ts from 'typescript';
import { lastWord } from '../syntax/name-of-call.js';
import type { Syntax } from '../syntax/syntax.js';
import { unwrap } from '../syntax/unwrap.js';
import type { Visitor } from './visitor.js';

/** Everything of which a member is taken whatever its name: `handlers` in `handlers[key]` and in `Object.values(handlers)`. */
export const dynamicAccessesVisitor: Visitor<readonly ts.Expression[]> = {
  begin(_, syntax) {
    const found: ts.Expression[] = [];
    return {
      on: {
        CallExpression(call) {
          const [first] = call.arguments;
          if (first && givesMembers(call, syntax)) found.push(first);
        },
        ElementAccessExpression({ argumentExpression: key, expression }) {
          if (!syntax.isStringLiteralLike(key) && !syntax.isNumericLiteral(key)) found.push(expression);
        },
      },
      end: () => found,
    };
  },
};

/** `Object.values(handlers)`, `Object.entries(handlers)`: whatever `Object` is, it may be the language's. */
function givesMembers({ expression }: ts.CallExpression, syntax: Syntax): boolean {
  const callee = unwrap(expression, syntax);
  return (
    syntax.isPropertyAccessExpression(callee) &&
    ['entries', 'values'].includes(callee.name.text) &&
    lastWord(callee.expression, syntax) === 'Object'
  );
}
