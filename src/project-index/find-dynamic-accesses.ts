import type ts from 'typescript';
import { lastWord } from '../syntax/name-of-call.js';
import { unwrap } from '../syntax/unwrap.js';
import { walk } from '../syntax/walk.js';

/** Files outlive programs, so that after an edit only the edited ones are walked again. */
const accessesOfFiles = new WeakMap<ts.SourceFile, readonly ts.Expression[]>();

/** In a program's own files, everything of which a member is taken whatever its name: `handlers` in `handlers[key]` and in `Object.values(handlers)`. */
export function findDynamicAccesses(compiler: typeof ts, program: ts.Program): readonly ts.Expression[] {
  return program.getSourceFiles().flatMap(sourceFile => {
    if (sourceFile.isDeclarationFile || program.isSourceFileFromExternalLibrary(sourceFile)) return [];
    const accesses = accessesOfFiles.get(sourceFile) ?? walkFile(compiler, sourceFile);
    accessesOfFiles.set(sourceFile, accesses);
    return accesses;
  });
}

function walkFile(compiler: typeof ts, sourceFile: ts.SourceFile): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  walk(sourceFile, compiler, node => {
    const accessed = accessedBy(node, compiler);
    if (accessed) found.push(accessed);
    return 'into';
  });
  return found;
}

function accessedBy(node: ts.Node, compiler: typeof ts): ts.Expression | undefined {
  if (compiler.isElementAccessExpression(node)) {
    const { argumentExpression: key } = node;
    return compiler.isStringLiteralLike(key) || compiler.isNumericLiteral(key) ? undefined : node.expression;
  }
  return compiler.isCallExpression(node) && givesMembers(node, compiler) ? node.arguments[0] : undefined;
}

/** `Object.values(handlers)`, `Object.entries(handlers)`: whatever `Object` is, it may be the language's. */
function givesMembers({ expression }: ts.CallExpression, compiler: typeof ts): boolean {
  const callee = unwrap(expression, compiler);
  return (
    compiler.isPropertyAccessExpression(callee) &&
    ['entries', 'values'].includes(callee.name.text) &&
    lastWord(callee.expression, compiler) === 'Object'
  );
}
