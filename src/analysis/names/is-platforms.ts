import type ts from 'typescript';
import type { Unit } from '../unit.js';
import { unwrap } from '../../syntax/unwrap.js';

/**
 * Whether an expression is a name of the platform, `Promise`, `setTimeout`, `globalThis.Promise`, and not something of the project that is
 * called the same. What a package gives by that name stands for the platform's, as the promises of `bluebird` do; and so does what
 * nobody declares.
 */
export function isPlatforms(expression: ts.Expression, names: ReadonlySet<string>, unit: Unit): boolean {
  const { facts, syntax } = unit;
  const at = unwrap(expression, syntax);
  if (syntax.isPropertyAccessExpression(at))
    return names.has(at.name.text) && isPlatforms(at.expression, globals, unit);
  return (
    syntax.isIdentifier(at) &&
    names.has(at.text) &&
    facts.declarationsOf(at).every(declaration => isForeign(declaration, unit))
  );
}

const globals: ReadonlySet<string> = new Set(['global', 'globalThis', 'self', 'window']);

/** Whether something is declared by a library, or imported from a package. */
function isForeign(declaration: ts.Node, { syntax }: Unit): boolean {
  if (declaration.getSourceFile().isDeclarationFile) return true;
  let at = declaration;
  while (syntax.isImportSpecifier(at) || syntax.isNamedImports(at) || syntax.isImportClause(at)) at = at.parent;
  return (
    syntax.isImportDeclaration(at) &&
    syntax.isStringLiteralLike(at.moduleSpecifier) &&
    !/^[./]/.test(at.moduleSpecifier.text)
  );
}
