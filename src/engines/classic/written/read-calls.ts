import type ts from 'typescript';
import { isAsync, isGenerator } from '../../../syntax/classify-surroundings.js';
import { walk } from '../../../syntax/walk.js';
import type { Body } from './find-member.js';
import { readCallbackType, type Callback, type Parameter } from './read-callback-type.js';
import type { SymbolReader, TypeReader } from './read-types.js';
import type { Written } from './written.js';

/** How what is around a call is read. */
export interface CallSurroundings extends Pick<SymbolReader, 'symbolOf'> {
  readonly types: TypeReader;
  readonly ofExpression: (expression: ts.Expression) => Written | undefined;
}

/** Reads what calls give, and what they say of the functions that they are given; undefined where that is not written down. */
export interface CallReader {
  readonly ofCall: (call: ts.CallExpression) => Written | undefined;
  /** What a function's parameter is by what it is given to. */
  readonly ofContext: (fn: Callback, parameter: Parameter) => Written | undefined;
}

/** Makes a reader of the calls of a program. */
export function createCallReader(compiler: typeof ts, { ofExpression, symbolOf, types }: CallSurroundings): CallReader {
  const { SyntaxKind } = compiler;
  const knownCalls = new WeakMap<ts.CallExpression, Written | undefined>();
  const knownResults = new WeakMap<Body, Written | undefined>();
  const knownReturns = new WeakMap<ts.SignatureDeclaration, Written | undefined>();
  return { ofCall, ofContext };

  /** A chain of calls, however long, is read call by call, the first one first. */
  function ofCall(call: ts.CallExpression): Written | undefined {
    const unread: ts.CallExpression[] = [];
    for (let at: ts.Expression = call; isLink(at); at = at.expression) {
      if (!compiler.isCallExpression(at)) continue;
      if (knownCalls.has(at)) break;
      unread.push(at);
    }
    for (const one of unread.toReversed()) knownCalls.set(one, readCall(one));
    return knownCalls.get(call);
  }

  /** Whether what an expression is goes by what another one at its beginning is. */
  function isLink(
    expression: ts.Expression,
  ): expression is ts.CallExpression | ts.PropertyAccessExpression | ts.NonNullExpression | ts.ParenthesizedExpression {
    return (
      compiler.isCallExpression(expression) ||
      compiler.isPropertyAccessExpression(expression) ||
      compiler.isNonNullExpression(expression) ||
      compiler.isParenthesizedExpression(expression)
    );
  }

  function readCall(call: ts.CallExpression): Written | undefined {
    const callee = ofExpression(call.expression);
    if (callee?.kind === 'object') return ofCallOfObject(callee.bodies);
    return callee?.kind === 'function'
      ? same(callee.signatures.map(signature => ofResult(signature, call)))
      : undefined;
  }

  /** What the call of an object gives whose type writes down how it can be called: `where` in `interface Query { where: Where }`. */
  function ofCallOfObject(bodies: readonly Body[]): Written | undefined {
    const [first] = bodies;
    if (!first) return undefined;
    if (!knownResults.has(first))
      knownResults.set(
        first,
        same((types.callSignaturesOf(bodies) ?? []).map(({ type }) => type && types.ofType(type))),
      );
    return knownResults.get(first);
  }

  function ofResult(signature: ts.SignatureDeclaration, { expression }: ts.CallExpression): Written | undefined {
    const { type } = signature;
    if (!type) return givesPromise(signature) ? types.ofLibrary('Promise') : ofReturned(signature);
    if (type.kind !== SyntaxKind.ThisType) return types.ofType(type);
    return compiler.isPropertyAccessExpression(expression) ? ofExpression(expression.expression) : undefined;
  }

  /** What a function gives that says so by its body alone: in the only place that returns something. */
  function ofReturned(fn: ts.SignatureDeclaration): Written | undefined {
    const body = 'body' in fn ? fn.body : undefined;
    if (!body || isGenerator(fn)) return undefined;
    if (knownReturns.has(fn)) return knownReturns.get(fn);
    knownReturns.set(fn, undefined); // ends a function that gives what it gives itself
    const [only, ...others] = compiler.isBlock(body) ? returnsIn(body) : [body]; // that of an arrow function
    const written = only && others.length === 0 ? ofExpression(only) : undefined;
    knownReturns.set(fn, written);
    return written;
  }

  function returnsIn(body: ts.Block): readonly ts.Expression[] {
    const found: ts.Expression[] = [];
    walk(body, compiler, node => {
      if (compiler.isFunctionLike(node) || compiler.isClassLike(node)) return 'over';
      if (compiler.isReturnStatement(node) && node.expression) found.push(node.expression);
      return compiler.isExpression(node) ? 'over' : 'into';
    });
    return found;
  }

  function givesPromise(fn: ts.SignatureDeclaration): boolean {
    return isAsync(fn, compiler) && !isGenerator(fn);
  }

  /** What all overloads give, if it is the same. */
  function same(all: readonly (Written | undefined)[]): Written | undefined {
    const [first] = all;
    if (all.length <= 1 || first?.kind !== 'object') return all.length <= 1 ? first : undefined;
    const alike = all.filter(one => one?.kind === 'object' && one.bodies[0] === first.bodies[0]);
    return alike.length === all.length
      ? { ...first, typeArguments: [], isPart: alike.some(one => one?.kind === 'object' && one.isPart) }
      : undefined;
  }

  function ofContext(fn: Callback, parameter: Parameter): Written | undefined {
    const all = readCallbackType(compiler, fn, parameter, {
      hasOtherMembers: (type, than) => types.hasOtherMembers(types.ofType(type), than),
      meantBy: type => (compiler.isTypeReferenceNode(type) ? types.aliasOf(symbolOf(type.typeName))?.type : undefined),
      ofType: type => types.ofType(type),
      signaturesOf: expression => types.signaturesOfWritten(ofExpression(expression)),
      signaturesOfType: type => types.signaturesOfWritten(types.ofType(type)),
    });
    return all && same(all);
  }
}
