import type ts from 'typescript';
import { lastWord } from '../syntax/name-of-call.js';
import { unwrap } from '../syntax/unwrap.js';
import { walk } from '../syntax/walk.js';
import type { ProjectFiles } from './project-files.js';
import type { Syntax } from '../syntax/syntax.js';

/** Files outlive programs, so that after an edit only the edited ones are walked again. */
const accessesOfFiles = new WeakMap<ts.SourceFile, readonly ts.Expression[]>();

/** In a program's own files, everything of which a member is taken whatever its name: `handlers` in `handlers[key]` and in `Object.values(handlers)`. */
export function findDynamicAccesses(syntax: Syntax, files: ProjectFiles): readonly ts.Expression[] {
  return files.own().flatMap(sourceFile => {
    const accesses = accessesOfFiles.get(sourceFile) ?? walkFile(syntax, sourceFile);
    accessesOfFiles.set(sourceFile, accesses);
    return accesses;
  });
}

function walkFile(syntax: Syntax, sourceFile: ts.SourceFile): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  walk(sourceFile, syntax, node => {
    const accessed = accessedBy(node, syntax);
    if (accessed) found.push(accessed);
    return 'into';
  });
  return found;
}

function accessedBy(node: ts.Node, syntax: Syntax): ts.Expression | undefined {
  if (syntax.isElementAccessExpression(node)) {
    const { argumentExpression: key } = node;
    return syntax.isStringLiteralLike(key) || syntax.isNumericLiteral(key) ? undefined : node.expression;
  }
  return syntax.isCallExpression(node) && givesMembers(node, syntax) ? node.arguments[0] : undefined;
}

/** `Object.values(handlers)`, `Object.entries(handlers)`: whatever `Object` is, it may be the language's. */
function givesMembers({ expression }: ts.CallExpression, syntax: Syntax): boolean {
  const callee = unwrap(expression, syntax);
  return (
    syntax.isPropertyAccessExpression(callee) &&
    ['entries', 'values'].includes(callee.name.text) &&
    lastWord(callee.expression, syntax) === 'Object'
  );
}
