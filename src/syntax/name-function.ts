import type ts from 'typescript';
import { functionAround } from './ancestors.js';
import { textOfName } from './declared-names.js';
import { renderCall } from './render-call.js';
import type { Syntax } from './syntax.js';

/** The name of an anonymous function in reports. */
export const anonymousFunction = '<anonymous>';

/**
 * Names the function nearest around `node` as a reader would: `Class.method`, `Class constructor`, a function's name,
 * the variable or property a function expression is given to, or {@link anonymousFunction}.
 */
export function nameFunctionAround(node: ts.Node, syntax: Syntax): string {
  for (let at = node.parent; !syntax.isSourceFile(at); at = at.parent) {
    if (syntax.isConstructorDeclaration(at)) return `${nameClass(at.parent)} constructor`;
    if (syntax.isClassStaticBlockDeclaration(at)) return `${nameClass(at.parent)} static block`;
    if (syntax.isPropertyDeclaration(at)) return `${nameClass(at.parent)}.${wordsOf(at.name, syntax)}`;
    if (syntax.isFunctionLike(at)) return nameFunction(at, syntax);
  }
  return anonymousFunction;
}

/**
 * Describes the function nearest around `node` in a message: by its name, or by the call that it is given to.
 *
 * @example "`ThreadRepository.create`", "the callback of `router.post()`"
 */
export function describeFunctionAround(node: ts.Node, syntax: Syntax): string {
  return describe(nameFunctionAround(node, syntax), functionAround(node, syntax), syntax);
}

/** Describes a function in a message, as {@link describeFunctionAround} does. */
export function describeFunction(fn: ts.SignatureDeclaration, syntax: Syntax): string {
  return describe(nameFunction(fn, syntax), fn, syntax);
}

function describe(name: string, fn: ts.SignatureDeclaration | undefined, syntax: Syntax): string {
  if (name !== anonymousFunction) return `\`${name}\``;
  const call =
    fn && syntax.isCallExpression(fn.parent) && fn.parent.expression !== fn ? renderCall(fn.parent, syntax) : '';
  return call !== '' && call.length <= longestCall ? `the callback of \`${call}\`` : 'the function around it';
}

/** A longer call says less than it hides of the sentence around it. */
const longestCall = 60;

/** Names a function: `Class.method`, its name, or that of the variable or property it is given to. */
export function nameFunction(fn: ts.SignatureDeclaration, syntax: Syntax): string {
  const { parent } = fn;
  if (fn.name)
    return syntax.isClassLike(parent) ? `${nameClass(parent)}.${wordsOf(fn.name, syntax)}` : wordsOf(fn.name, syntax);
  if (syntax.isFunctionDeclaration(fn)) return 'default'; // only a default export needs no name
  if (syntax.isVariableDeclaration(parent) || syntax.isPropertyAssignment(parent)) return wordsOf(parent.name, syntax);
  if (syntax.isPropertyDeclaration(parent)) return `${nameClass(parent.parent)}.${wordsOf(parent.name, syntax)}`;
  return anonymousFunction;
}

/** A name as it is called by, without quotes; one that is computed, and a pattern, as it is written. */
function wordsOf(name: ts.Node, syntax: Syntax): string {
  return textOfName(name, syntax) ?? name.getText();
}

function nameClass(declaration: ts.ClassLikeDeclaration): string {
  return declaration.name?.text ?? '<anonymous class>';
}
