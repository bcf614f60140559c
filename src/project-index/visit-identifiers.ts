import type ts from 'typescript';
import { defaultName, type NamedReference } from '../syntax/declared-names.js';
import type { Visitor } from './visitor.js';

/** Every place in a file that may refer to something, by its name, in the order of the text. */
export type ReferencesByName = ReadonlyMap<string, readonly NamedReference[]>;

/** Every place in a file that may refer to something; what imports a module as a whole also goes by {@link defaultName}. */
export const identifiersVisitor: Visitor<ReferencesByName> = {
  begin(_, syntax) {
    const references = new Map<string, NamedReference[]>();
    return {
      on: {
        Identifier: addName,
        NoSubstitutionTemplateLiteral: addKey,
        PrivateIdentifier: addName,
        StringLiteral: addKey,
      },
      end: () => references,
    };

    function addName(name: ts.Identifier | ts.PrivateIdentifier): void {
      add(name.text, name);
      if (isNameOfWhole(name.parent)) add(defaultName, name);
    }

    /** `['name']` */
    function addKey(text: ts.StringLiteralLike): void {
      if (syntax.isElementAccessExpression(text.parent)) add(text.text, text);
    }

    /** Whether a name may be that of a default export, or of what `export =` gives. */
    function isNameOfWhole(parent: ts.Node): boolean {
      return (
        syntax.isImportClause(parent) || syntax.isNamespaceImport(parent) || syntax.isImportEqualsDeclaration(parent)
      );
    }

    function add(name: string, node: NamedReference): void {
      const found = references.get(name);
      if (found) found.push(node);
      else references.set(name, [node]);
    }
  },
};
