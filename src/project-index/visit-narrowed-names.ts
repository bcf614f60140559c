import type { Visitor } from './visitor.js';

/** The names of what a file tests by `instanceof`, so that it may have another type than the one it is declared with. */
export const narrowedNamesVisitor: Visitor<ReadonlySet<string>> = {
  begin(_, syntax) {
    const names = new Set<string>();
    return {
      on: {
        BinaryExpression({ left, operatorToken }) {
          if (operatorToken.kind !== syntax.SyntaxKind.InstanceOfKeyword) return;
          const tested = syntax.isPropertyAccessExpression(left) ? left.name : left;
          if (syntax.isIdentifier(tested) || syntax.isPrivateIdentifier(tested)) names.add(tested.text);
        },
      },
      end: () => names,
    };
  },
};
