import type ts from 'typescript';
import type { Tracing } from './tracing.js';

/**
 * What a type means for a function that is to give a promise of it: `value` becomes a promise; `promise` is one already, so
 * that callers notice nothing; `mixed` is one on some paths, and its callers may look which; `query` is another thenable,
 * which an async function would run instead of handing it on.
 */
export type ResultKind = 'value' | 'promise' | 'mixed' | 'query';

/** Classifies the result of a function or the type of an annotation. */
export function classifyResult(type: ts.Type, tracing: Tracing): ResultKind {
  const parts = type.isUnion() ? type.types : [type];
  const promises = parts.filter(part => isGlobalPromise(part, tracing));
  if (promises.length === parts.length) return 'promise';
  if (parts.some(part => !promises.includes(part) && isThenable(part, tracing))) return 'query';
  return promises.length > 0 ? 'mixed' : 'value';
}

/** The type that a function gives. */
export function resultOf(fn: ts.SignatureDeclaration, { checker }: Tracing): ts.Type | undefined {
  return checker.getSignatureFromDeclaration(fn)?.getReturnType();
}

/** Whether what takes a value of this type may be given a promise of it, as `void | Promise<void>` says. */
export function admitsPromise(type: ts.Type, tracing: Tracing): boolean {
  return (
    ['promise', 'mixed'].includes(classifyResult(type, tracing)) ||
    (type.isUnion() ? type.types : [type]).some(part => isThenable(part, tracing))
  );
}

/** The signatures by which a value can be called; an optional one is a union with `undefined`. */
export function callSignaturesOf(type: ts.Type): readonly ts.Signature[] {
  return (type.isUnion() ? type.types : [type]).flatMap(part => part.getCallSignatures());
}

function isGlobalPromise(type: ts.Type, { program }: Tracing): boolean {
  const symbol = type.getSymbol();
  const isOfLibrary = symbol?.declarations?.some(declaration =>
    program.isSourceFileDefaultLibrary(declaration.getSourceFile()),
  );
  return symbol?.name === 'Promise' && isOfLibrary === true;
}

function isThenable(type: ts.Type, { checker, compiler }: Tracing): boolean {
  if ((type.flags & (compiler.TypeFlags.Any | compiler.TypeFlags.Unknown)) !== 0) return false;
  const then = type.getProperty('then');
  return then !== undefined && checker.getTypeOfSymbol(then).getCallSignatures().length > 0;
}
