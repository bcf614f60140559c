import type ts from 'typescript';
import { packageOfFile } from './package-of-file.js';

/** Files outlive programs, so that after a keystroke only one of them is walked again. */
const namesOfFiles = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

/**
 * Collects every name that a program's own files declare, or give to something of another file, and every name that some
 * packages declare. What is called by another name is a third party's, and need not be looked up.
 */
export function indexNames(compiler: typeof ts, program: ts.Program, packages: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const sourceFile of program.getSourceFiles()) {
    if (program.isSourceFileDefaultLibrary(sourceFile)) continue;
    const owner = packageOfFile(sourceFile.fileName);
    if (owner !== undefined && !packages.includes(owner)) continue;
    for (const name of namesOfFile(compiler, sourceFile)) names.add(name);
  }
  return names;
}

function namesOfFile(compiler: typeof ts, sourceFile: ts.SourceFile): ReadonlySet<string> {
  let names = namesOfFiles.get(sourceFile);
  if (!names) namesOfFiles.set(sourceFile, (names = walkFile(compiler, sourceFile)));
  return names;
}

function walkFile(compiler: typeof ts, sourceFile: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  compiler.forEachChild(sourceFile, visit);
  return names;

  function visit(node: ts.Node): void {
    const name = mayGivePromise(node) ? compiler.getNameOfDeclaration(node) : undefined;
    if (name && (compiler.isIdentifier(name) || compiler.isStringLiteral(name) || compiler.isPrivateIdentifier(name))) names.add(name.text);
    compiler.forEachChild(node, visit);
  }

  /** Whether a declaration may name a function that gives a promise, as far as what is written there says. */
  function mayGivePromise(node: ts.Node): node is ts.Declaration {
    if (compiler.isFunctionDeclaration(node) || compiler.isMethodDeclaration(node) || compiler.isMethodSignature(node)) return !isPlain(node.type);
    if (compiler.isVariableDeclaration(node) || compiler.isPropertyDeclaration(node) || compiler.isPropertyAssignment(node)) {
      const { initializer } = node;
      const isFunction = initializer && (compiler.isArrowFunction(initializer) || compiler.isFunctionExpression(initializer));
      return !isPlain('type' in node ? node.type : undefined) && (isFunction ? !isPlain(initializer.type) : !isData(initializer));
    }
    if (compiler.isPropertySignature(node) || compiler.isParameter(node)) return !isPlain(node.type);
    return (
      compiler.isBindingElement(node) ||
      compiler.isShorthandPropertyAssignment(node) ||
      compiler.isGetAccessorDeclaration(node) ||
      compiler.isImportClause(node) ||
      compiler.isNamespaceImport(node) ||
      (compiler.isImportSpecifier(node) && node.propertyName !== undefined) // an import by its own name declares nothing new
    );
  }

  /** Whether a type is one of the language's own that are neither functions nor promises. */
  function isPlain(type: ts.TypeNode | undefined): boolean {
    if (!type) return false;
    if (compiler.isUnionTypeNode(type)) return type.types.every(isPlain);
    return compiler.isLiteralTypeNode(type) || compiler.isArrayTypeNode(type) || plainTypes.has(compiler.SyntaxKind[type.kind]);
  }

  function isData(initializer: ts.Expression | undefined): boolean {
    return (
      initializer !== undefined &&
      (compiler.isLiteralExpression(initializer) || compiler.isTemplateExpression(initializer) || compiler.isObjectLiteralExpression(initializer) || compiler.isArrayLiteralExpression(initializer))
    );
  }
}

const plainTypes: ReadonlySet<string> = new Set([
  'BigIntKeyword',
  'BooleanKeyword',
  'NeverKeyword',
  'NumberKeyword',
  'StringKeyword',
  'SymbolKeyword',
  'UndefinedKeyword',
  'VoidKeyword',
]);
