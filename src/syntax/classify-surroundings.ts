import type ts from 'typescript';
import type { Syntax } from './syntax.js';

/** The surroundings of an expression that decide whether it can be awaited. */
export type Surroundings =
  /** The body of an async function or async generator: `await` is legal. */
  | { readonly kind: 'async'; readonly fn: ts.SignatureDeclaration }
  /** The body of a function that is not async; `asyncAncestor` is the async function it is nested in, if any. */
  | {
      readonly kind: 'sync';
      readonly fn: ts.SignatureDeclaration;
      readonly asyncAncestor: ts.SignatureDeclaration | undefined;
    }
  /** A place that can never wait. */
  | { readonly kind: 'noAwait'; readonly place: NoAwaitPlace }
  /** The top level of a file or namespace, where no function returns too early. */
  | { readonly kind: 'module' };

/** A place where the language allows no `await`, in words for a message. */
export type NoAwaitPlace = 'a constructor' | 'a class field' | 'a static block' | 'a parameter default' | 'an enum';

/**
 * Finds what surrounds `node`: the nearest function body, or the place inside a function or class where none counts.
 * Computed keys and decorators belong to what is around their class, parameter defaults to no body at all.
 */
export function classifySurroundings(node: ts.Node, syntax: Syntax): Surroundings {
  let child = node;
  let { parent } = node;
  while (!syntax.isSourceFile(parent)) {
    const found = classifyStep(parent, child, syntax);
    if (found === 'aroundClass') {
      child = nearestClass(parent, syntax);
      parent = child.parent;
      continue;
    }
    if (found) return found;
    child = parent;
    ({ parent } = parent);
  }
  return { kind: 'module' };
}

function classifyStep(parent: ts.Node, child: ts.Node, syntax: Syntax): Surroundings | 'aroundClass' | undefined {
  if (syntax.isComputedPropertyName(parent) && syntax.isClassLike(parent.parent.parent)) return 'aroundClass';
  if (syntax.isDecorator(parent)) return 'aroundClass';
  if (syntax.isParameter(parent)) return { kind: 'noAwait', place: 'a parameter default' };
  if (syntax.isEnumMember(parent)) return { kind: 'noAwait', place: 'an enum' };
  if (syntax.isPropertyDeclaration(parent) && parent.initializer === child) {
    return { kind: 'noAwait', place: 'a class field' };
  }
  if (syntax.isClassStaticBlockDeclaration(parent)) return { kind: 'noAwait', place: 'a static block' };
  if (syntax.isConstructorDeclaration(parent)) return { kind: 'noAwait', place: 'a constructor' };
  if (!syntax.isFunctionLike(parent)) return undefined;
  return isAsync(parent, syntax)
    ? { kind: 'async', fn: parent }
    : { kind: 'sync', fn: parent, asyncAncestor: findAsyncAncestor(parent, syntax) };
}

/** Whether a function is declared `async`. */
export function isAsync(fn: ts.SignatureDeclaration, syntax: Syntax): boolean {
  const modifiers = 'modifiers' in fn ? (fn.modifiers ?? []) : [];
  return modifiers.some(modifier => modifier.kind === syntax.SyntaxKind.AsyncKeyword);
}

/** Whether a function is a generator, async or not. */
export function isGenerator(fn: ts.SignatureDeclaration): boolean {
  return 'asteriskToken' in fn && fn.asteriskToken !== undefined;
}

function findAsyncAncestor(fn: ts.Node, syntax: Syntax): ts.SignatureDeclaration | undefined {
  const around = classifySurroundings(fn, syntax);
  switch (around.kind) {
    case 'async':
      return around.fn;
    case 'sync':
      return around.asyncAncestor;
    case 'noAwait':
    case 'module':
      return undefined;
  }
}

function nearestClass(node: ts.Node, syntax: Syntax): ts.Node {
  let at = node;
  while (!syntax.isClassLike(at) && !syntax.isSourceFile(at.parent)) at = at.parent;
  return at;
}
