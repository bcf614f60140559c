import type ts from 'typescript';
import type { Yield } from '../type-facts.js';
import type { Declarations } from './describe-declarations.js';

/** Says what types yield before anybody awaits them. */
export interface YieldReader {
  readonly yieldOfType: (type: ts.Type) => Yield;
  /** Whether what can be called gives something to wait for. */
  readonly givesPromiseByType: (type: ts.Type) => boolean;
}

/** Makes what says so of the types of a program. Answers are remembered. */
export function createYieldReader(
  compiler: typeof ts,
  checker: ts.TypeChecker,
  { isDeclaredInLib }: Pick<Declarations, 'isDeclaredInLib'>,
): YieldReader {
  const { TypeFlags } = compiler;
  const yields = new WeakMap<ts.Type, Yield>();
  return { givesPromiseByType, yieldOfType };

  function yieldOfType(type: ts.Type): Yield {
    let answer = yields.get(type);
    if (!answer) {
      yields.set(type, 'value'); // ends the climb of a type that is constrained by itself
      yields.set(type, (answer = classifyYield(type)));
    }
    return answer;
  }

  function classifyYield(type: ts.Type): Yield {
    if ((type.flags & (TypeFlags.Any | TypeFlags.Unknown)) !== 0) return 'unknown';
    if (type.isUnion()) return strongest(type.types.map(yieldOfType));
    if (type.isIntersection()) {
      const parts = type.types.map(yieldOfType);
      if (parts.includes('promise')) return strongest(parts);
    }
    const constrained = checker.getBaseConstraintOfType(type);
    if (constrained && constrained !== type) return yieldOfType(constrained);
    if (isGlobalPromise(type)) return 'promise';
    return isThenable(type) ? 'thenable' : 'value';
  }

  function strongest(parts: readonly Yield[]): Yield {
    return (['thenable', 'promise', 'unknown'] as const).find(one => parts.includes(one)) ?? 'value';
  }

  function isGlobalPromise(type: ts.Type): boolean {
    return isDeclaredInLib(type, 'Promise');
  }

  /** Whether `await` waits for the type: its `then` can be called with a callback. */
  function isThenable(type: ts.Type): boolean {
    const then = type.getProperty('then');
    if (!then) return false;
    const signatures = checker.getTypeOfSymbol(then).getCallSignatures();
    return signatures.some(signature => {
      const [callback] = signature.getParameters();
      return callback !== undefined && isCallable(checker.getTypeOfSymbol(callback));
    });
  }

  function isCallable(type: ts.Type): boolean {
    return type.isUnion() ? type.types.some(isCallable) : type.getCallSignatures().length > 0;
  }

  function givesPromiseByType(type: ts.Type): boolean {
    if (type.isUnion()) return type.types.some(givesPromiseByType);
    return type
      .getCallSignatures()
      .some(signature => ['promise', 'thenable'].includes(yieldOfType(signature.getReturnType())));
  }
}
