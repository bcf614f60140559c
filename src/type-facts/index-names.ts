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
    if ('name' in node && declaresName(node)) {
      const { name } = node as { readonly name?: ts.Node }; // of a declaration; undefined for an anonymous one
      if (name && (compiler.isIdentifier(name) || compiler.isStringLiteral(name) || compiler.isPrivateIdentifier(name))) names.add(name.text);
    }
    compiler.forEachChild(node, visit);
  }

  /** An import by its own name declares nothing new: what it names does. */
  function declaresName(node: ts.Node): boolean {
    if (compiler.isImportSpecifier(node)) return node.propertyName !== undefined;
    return !compiler.isPropertyAccessExpression(node) && !compiler.isMetaProperty(node);
  }
}
