import type ts from 'typescript';

/** What may stand behind an interface: a class, or an object that is written out. */
export type Implementer = ts.ClassLikeDeclaration | ts.ObjectLiteralExpression;

/** The implementers of a program, by the last word of the type they name. */
export type ImplementerIndex = ReadonlyMap<string, readonly Implementer[]>;

/** Files outlive programs, so that after a keystroke only one of them is walked again. */
const indexesOfFiles = new WeakMap<ts.SourceFile, ImplementerIndex>();

/**
 * Finds, by name alone, which classes of a program extend or implement a type, and which objects are declared to be of one:
 * `const store: Store = { … }`, `return { … }` in a function that returns `Store`, `{ … } satisfies Store`.
 */
export function indexImplementers(compiler: typeof ts, program: ts.Program): ImplementerIndex {
  const index = new Map<string, Implementer[]>();
  for (const sourceFile of program.getSourceFiles()) {
    if (sourceFile.isDeclarationFile || program.isSourceFileFromExternalLibrary(sourceFile)) continue;
    for (const [name, implementers] of indexOfFile(compiler, sourceFile)) {
      index.set(name, [...(index.get(name) ?? []), ...implementers]);
    }
  }
  return index;
}

function indexOfFile(compiler: typeof ts, sourceFile: ts.SourceFile): ImplementerIndex {
  let index = indexesOfFiles.get(sourceFile);
  if (!index) indexesOfFiles.set(sourceFile, (index = walkFile(compiler, sourceFile)));
  return index;
}

function walkFile(compiler: typeof ts, sourceFile: ts.SourceFile): ImplementerIndex {
  const index = new Map<string, Implementer[]>();
  visit(sourceFile);
  return index;

  function visit(node: ts.Node): void {
    if (compiler.isClassLike(node)) {
      for (const { types } of node.heritageClauses ?? []) {
        for (const { expression } of types) add(lastWord(expression), node);
      }
    } else if (compiler.isObjectLiteralExpression(node)) {
      for (const name of wordsOfType(typeOfLiteral(node))) add(name, node);
    }
    compiler.forEachChild(node, visit);
  }

  function add(name: string | undefined, implementer: Implementer): void {
    if (name === undefined) return;
    const found = index.get(name);
    if (found) found.push(implementer);
    else index.set(name, [implementer]);
  }

  /** The type that is written down for an object: by an assertion, a variable, or the function that returns it. */
  function typeOfLiteral(literal: ts.ObjectLiteralExpression): ts.TypeNode | undefined {
    let { parent }: ts.Node = literal;
    while (compiler.isParenthesizedExpression(parent)) ({ parent } = parent);
    if (compiler.isAsExpression(parent) || compiler.isSatisfiesExpression(parent) || compiler.isVariableDeclaration(parent)) return parent.type;
    if (compiler.isArrowFunction(parent)) return parent.type;
    if (!compiler.isReturnStatement(parent)) return undefined;
    while (!compiler.isFunctionLike(parent) && !compiler.isSourceFile(parent)) ({ parent } = parent);
    return compiler.isSourceFile(parent) ? undefined : parent.type;
  }

  /** The names in a type, so that `Promise<Store>` and `Store & Closable` name `Store`. */
  function wordsOfType(type: ts.TypeNode | undefined): readonly string[] {
    if (!type) return [];
    const words: string[] = [];
    collect(type);
    return words;

    function collect(node: ts.Node): void {
      if (compiler.isTypeReferenceNode(node)) words.push(compiler.isIdentifier(node.typeName) ? node.typeName.text : node.typeName.right.text);
      compiler.forEachChild(node, collect);
    }
  }

  function lastWord(expression: ts.Expression): string | undefined {
    if (compiler.isIdentifier(expression)) return expression.text;
    return compiler.isPropertyAccessExpression(expression) ? expression.name.text : undefined;
  }
}
