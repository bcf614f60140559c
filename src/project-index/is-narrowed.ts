import type ts from 'typescript';
import { walk, type Next } from '../syntax/walk.js';

/** Files outlive programs. */
const narrowedNames = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

/** Whether the file tests something of this name by `instanceof`, so that it may have another type than the one it is declared with. */
export function isNarrowed(compiler: typeof ts, name: ts.Identifier | ts.MemberName): boolean {
  const sourceFile = name.getSourceFile();
  let names = narrowedNames.get(sourceFile);
  if (!names)
    narrowedNames.set(
      sourceFile,
      (names = sourceFile.text.includes('instanceof') ? collectNames(compiler, sourceFile) : new Set()),
    );
  return names.has(name.text);
}

function collectNames(compiler: typeof ts, sourceFile: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  walk(sourceFile, compiler, visit);
  return names;

  function visit(node: ts.Node): Next {
    if (compiler.isBinaryExpression(node) && node.operatorToken.kind === compiler.SyntaxKind.InstanceOfKeyword) {
      const tested = compiler.isPropertyAccessExpression(node.left) ? node.left.name : node.left;
      if (compiler.isIdentifier(tested) || compiler.isPrivateIdentifier(tested)) names.add(tested.text);
    }
    return 'into';
  }
}
