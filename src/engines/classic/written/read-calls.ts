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
  readonly ofExpression: (expression: ts.Expression, steps: number) => Written | undefined;
}

/** Reads what calls give, and what they say of the functions that they are given; undefined where that is not written down. */
export interface CallReader {
  readonly ofCall: (call: ts.CallExpression, steps: number) => Written | undefined;
  /** What a function's parameter is by what it is given to. */
  readonly ofContext: (fn: Callback, parameter: Parameter, steps: number) => Written | undefined;
}

/** Makes a reader of the calls of a program. */
export function createCallReader(compiler: typeof ts, { ofExpression, symbolOf, types }: CallSurroundings): CallReader {
  const { SyntaxKind } = compiler;
  const knownCalls = new WeakMap<ts.CallExpression, Written | undefined>();
  const knownResults = new WeakMap<Body, Written | undefined>();
  const knownReturns = new WeakMap<ts.SignatureDeclaration, Written | undefined>();
  return { ofCall, ofContext };

  function ofCall(call: ts.CallExpression, steps: number): Written | undefined {
    if (knownCalls.has(call)) return knownCalls.get(call);
    const callee = ofExpression(call.expression, steps);
    const written =
      callee?.kind === 'object'
        ? ofCallOfObject(callee.bodies, steps)
        : callee?.kind === 'function'
          ? same(callee.signatures.map(signature => ofResult(signature, call, steps)))
          : undefined;
    knownCalls.set(call, written);
    return written;
  }

  /** What the call of an object gives whose type writes down how it can be called: `where` in `interface Query { where: Where }`. */
  function ofCallOfObject(bodies: readonly Body[], steps: number): Written | undefined {
    const [first] = bodies;
    if (!first) return undefined;
    if (!knownResults.has(first))
      knownResults.set(
        first,
        same((types.callSignaturesOf(bodies, steps) ?? []).map(({ type }) => type && types.ofType(type, steps))),
      );
    return knownResults.get(first);
  }

  function ofResult(
    signature: ts.SignatureDeclaration,
    { expression }: ts.CallExpression,
    steps: number,
  ): Written | undefined {
    const { type } = signature;
    if (!type) return givesPromise(signature) ? types.ofLibrary('Promise') : ofReturned(signature, steps);
    if (type.kind !== SyntaxKind.ThisType) return types.ofType(type, steps);
    return compiler.isPropertyAccessExpression(expression) ? ofExpression(expression.expression, steps) : undefined;
  }

  /** What a function gives that says so by its body alone: in the only place that returns something. */
  function ofReturned(fn: ts.SignatureDeclaration, steps: number): Written | undefined {
    const body = 'body' in fn ? fn.body : undefined;
    if (!body || steps <= 0 || isGenerator(fn)) return undefined;
    if (knownReturns.has(fn)) return knownReturns.get(fn);
    knownReturns.set(fn, undefined); // ends a function that gives what it gives itself
    const [only, ...others] = compiler.isBlock(body) ? returnsIn(body) : [body]; // that of an arrow function
    const written = only && others.length === 0 ? ofExpression(only, steps - 1) : undefined;
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

  function ofContext(fn: Callback, parameter: Parameter, steps: number): Written | undefined {
    if (steps <= 0) return undefined;
    const all = readCallbackType(compiler, fn, parameter, {
      hasOtherMembers: (type, than) => types.hasOtherMembers(types.ofType(type, steps - 1), than),
      meantBy: type => (compiler.isTypeReferenceNode(type) ? types.aliasOf(symbolOf(type.typeName))?.type : undefined),
      ofType: type => types.ofType(type, steps - 1),
      signaturesOf: expression => types.signaturesOfWritten(ofExpression(expression, steps - 1), steps - 1),
      signaturesOfType: type => types.signaturesOfWritten(types.ofType(type, steps - 1), steps - 1),
    });
    return all && same(all);
  }
}
