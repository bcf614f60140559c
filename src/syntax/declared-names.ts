import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** The name of default exports, under which mentions are also found by the local names of default imports. */
export const defaultName = 'default';

/** How a declaration is named that is the call of a type itself: `sql` in `` sql`delete from t` ``, `knex` in `knex('t')`. */
export const callSignature = '()';

/** A node that may refer to something by name: an identifier, or the text of `['name']`. */
export type NamedReference = ts.Identifier | ts.PrivateIdentifier | ts.StringLiteralLike;

/** The names that a function is declared by, and can be called by: its own or that of what it is given to, and {@link defaultName}. */
export function declaredNames(fn: ts.SignatureDeclaration, syntax: Syntax): readonly string[] {
  const { parent } = fn;
  const holds =
    syntax.isVariableDeclaration(parent) || syntax.isPropertyDeclaration(parent) || syntax.isPropertyAssignment(parent);
  const name = textOfName(holds ? parent.name : fn.name, syntax);
  return [...(name === undefined ? [] : [name]), ...(isWhole(fn, syntax) ? [defaultName] : [])];
}

/** The name that a declaration or a member has; undefined where it is a pattern or computed. */
export function textOfName(name: ts.Node | undefined, syntax: Syntax): string | undefined {
  return name && (syntax.isIdentifier(name) || syntax.isPrivateIdentifier(name) || syntax.isStringLiteralLike(name))
    ? name.text
    : undefined;
}

/** Whether a function is what its module exports by default. */
function isWhole(fn: ts.SignatureDeclaration, syntax: Syntax): boolean {
  if (syntax.isFunctionDeclaration(fn))
    return (fn.modifiers ?? []).some(({ kind }) => kind === syntax.SyntaxKind.DefaultKeyword);
  return syntax.isExportAssignment(fn.parent);
}
