import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** What a function without a name is called in reports. */
export const anonymousFunction = '<anonymous>';

/**
 * Names the function nearest around `node` as a reader would: `Class.method`, `Class constructor`, a function's name,
 * the variable or property a function expression is given to, or {@link anonymousFunction}.
 */
export function nameFunctionAround(node: ts.Node, syntax: Syntax): string {
  for (let at = node.parent; !syntax.isSourceFile(at); at = at.parent) {
    if (syntax.isConstructorDeclaration(at)) return `${nameClass(at.parent)} constructor`;
    if (syntax.isClassStaticBlockDeclaration(at)) return `${nameClass(at.parent)} static block`;
    if (syntax.isPropertyDeclaration(at)) return `${nameClass(at.parent)}.${at.name.getText()}`;
    if (syntax.isFunctionLike(at)) return nameFunction(at, syntax);
  }
  return anonymousFunction;
}

/** Names a function: `Class.method`, its name, or that of the variable or property it is given to. */
export function nameFunction(fn: ts.SignatureDeclaration, syntax: Syntax): string {
  const { parent } = fn;
  if (fn.name) return syntax.isClassLike(parent) ? `${nameClass(parent)}.${fn.name.getText()}` : fn.name.getText();
  if (syntax.isFunctionDeclaration(fn)) return 'default'; // only a default export needs no name
  if (syntax.isVariableDeclaration(parent) || syntax.isPropertyAssignment(parent)) return parent.name.getText();
  if (syntax.isPropertyDeclaration(parent)) return `${nameClass(parent.parent)}.${parent.name.getText()}`;
  return anonymousFunction;
}

function nameClass(declaration: ts.ClassLikeDeclaration): string {
  return declaration.name?.text ?? '<anonymous class>';
}
