import type ts from 'typescript';

/** From something to its member of a name, or to what it gives when it is called. */
export type DeclarationStep =
  { readonly kind: 'member'; readonly name: string; readonly isStatic: boolean } | { readonly kind: 'result' };

/** The way to a declaration from the top of its file, by names alone: it is the same in a source and in what that is built to. */
export interface DeclarationPath {
  /** The names under which the file exports where the way begins, and then its own. */
  readonly names: readonly string[];
  readonly steps: readonly DeclarationStep[];
}

/** The way to a declaration; undefined where something on it has no name. */
export function pathOfDeclaration(compiler: typeof ts, declaration: ts.Node): DeclarationPath | undefined {
  return pathTo(declaration);

  function pathTo(node: ts.Node): DeclarationPath | undefined {
    if (isAtTop(node)) return { names: namesOf(node), steps: [] };
    if (compiler.isTypeElement(node) || compiler.isClassElement(node)) {
      const name = node.name && nameIn(node.name);
      return name === undefined
        ? undefined
        : append(pathTo(node.parent), { kind: 'member', name, isStatic: isStatic(node) });
    }
    return compiler.isTypeNode(node) ? pathToType(node) : undefined;
  }

  /** The way to what is of a written type. */
  function pathToType(type: ts.TypeNode): DeclarationPath | undefined {
    const { parent } = type;
    if (compiler.isParenthesizedTypeNode(parent)) return pathToType(parent);
    if (!compiler.isFunctionLike(parent)) return pathTo(parent);
    return parent.type === type ? append(pathTo(parent), { kind: 'result' }) : undefined;
  }

  function isAtTop(node: ts.Node): node is ts.VariableDeclaration | ts.DeclarationStatement {
    if (compiler.isVariableDeclaration(node)) return compiler.isSourceFile(node.parent.parent.parent);
    const isDeclared =
      compiler.isFunctionDeclaration(node) ||
      compiler.isClassDeclaration(node) ||
      compiler.isInterfaceDeclaration(node) ||
      compiler.isTypeAliasDeclaration(node);
    return isDeclared && compiler.isSourceFile(node.parent);
  }

  function namesOf(declaration: ts.VariableDeclaration | ts.DeclarationStatement): readonly string[] {
    const { name } = declaration;
    const own = name && nameIn(name);
    const isDefault = compiler.canHaveModifiers(declaration)
      ? (declaration.modifiers ?? []).some(({ kind }) => kind === compiler.SyntaxKind.DefaultKeyword)
      : false;
    if (own === undefined) return isDefault ? ['default'] : [];
    const exported = declaration.getSourceFile().statements.flatMap(statement => exportedIn(statement, own));
    return [...(isDefault ? ['default'] : []), ...exported, own];
  }

  /** The names under which a statement exports something of a name. */
  function exportedIn(statement: ts.Statement, own: string): readonly string[] {
    if (compiler.isExportAssignment(statement))
      return compiler.isIdentifier(statement.expression) && statement.expression.text === own ? ['default'] : [];
    if (!compiler.isExportDeclaration(statement) || statement.moduleSpecifier) return [];
    const { exportClause } = statement;
    return exportClause && compiler.isNamedExports(exportClause)
      ? exportClause.elements
          .filter(({ name, propertyName }) => (propertyName ?? name).text === own)
          .map(({ name }) => name.text)
      : [];
  }

  function nameIn(name: ts.Node): string | undefined {
    return compiler.isIdentifier(name) || compiler.isStringLiteral(name) ? name.text : undefined;
  }

  function isStatic(member: ts.Node): boolean {
    return (
      compiler.canHaveModifiers(member) &&
      (member.modifiers ?? []).some(({ kind }) => kind === compiler.SyntaxKind.StaticKeyword)
    );
  }
}

function append(path: DeclarationPath | undefined, step: DeclarationStep): DeclarationPath | undefined {
  return path && { ...path, steps: [...path.steps, step] };
}
