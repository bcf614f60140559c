import type ts from 'typescript';

/** Files outlive programs. */
const narrowedNames = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

/** Whether the file tests something of this name by `instanceof`, so that it may have another type than the one it is declared with. */
export function isNarrowed(compiler: typeof ts, name: ts.Identifier | ts.MemberName): boolean {
  const sourceFile = name.getSourceFile();
  let names = narrowedNames.get(sourceFile);
  if (!names) narrowedNames.set(sourceFile, (names = sourceFile.text.includes('instanceof') ? collectNames(compiler, sourceFile) : new Set()));
  return names.has(name.text);
}

function collectNames(compiler: typeof ts, sourceFile: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  visit(sourceFile);
  return names;

  function visit(node: ts.Node): void {
    if (compiler.isBinaryExpression(node) && node.operatorToken.kind === compiler.SyntaxKind.InstanceOfKeyword) {
      const tested = compiler.isPropertyAccessExpression(node.left) ? node.left.name : node.left;
      if (compiler.isIdentifier(tested) || compiler.isPrivateIdentifier(tested)) names.add(tested.text);
    }
    compiler.forEachChild(node, visit);
  }
}
