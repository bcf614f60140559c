import type ts from 'typescript';
import type { Visitor } from './visitor.js';

/** The modules that a file imports, exports something of, or names in a call of `import` or `require`. */
export const importsVisitor: Visitor<readonly ts.StringLiteralLike[]> = {
  begin(_, syntax) {
    const imports: ts.StringLiteralLike[] = [];
    return {
      on: {
        CallExpression({ arguments: [first], expression }) {
          const isImport =
            expression.kind === syntax.SyntaxKind.ImportKeyword ||
            (syntax.isIdentifier(expression) && expression.text === 'require');
          if (isImport) add(first);
        },
        ExportDeclaration: ({ moduleSpecifier }) => {
          add(moduleSpecifier);
        },
        ExternalModuleReference: ({ expression }) => {
          add(expression);
        },
        ImportDeclaration: ({ moduleSpecifier }) => {
          add(moduleSpecifier);
        },
      },
      end: () => imports,
    };

    function add(specifier: ts.Expression | undefined): void {
      if (specifier && syntax.isStringLiteralLike(specifier)) imports.push(specifier);
    }
  },
};
