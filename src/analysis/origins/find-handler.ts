import type ts from 'typescript';
import { functionAround } from '../../syntax/ancestors.js';
import { mayThrow } from '../../syntax/may-throw.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { Use } from '../uses/use.js';

/** What sees to a failure: the `catch` of a `try`, or a handler that is attached to the promise. */
export type Handler = 'catch' | 'handler';

/** A call that a function makes, and what becomes of it there. */
export interface CallInFunction {
  readonly fn: FunctionWithBody;
  readonly call: ts.Expression;
  readonly use: Use;
}

/** What in a function sees to the failure of a call that it waits for, and ends it there; undefined where that fails, too. */
export function findHandler({ call, fn, use }: CallInFunction, unit: Unit): Handler | undefined {
  const { syntax } = unit;
  if ('isHandled' in use && use.isHandled) return 'handler';
  let at: ts.Node = use.kind === 'returned' ? (functionAround(call, syntax) ?? fn) : call;
  for (; at !== fn && !syntax.isSourceFile(at); at = at.parent) {
    const { parent } = at;
    if (
      syntax.isTryStatement(parent) &&
      parent.tryBlock === at &&
      parent.catchClause &&
      !failsItself(parent.catchClause, unit)
    )
      return 'catch';
  }
  return undefined;
}

const failsItself = perUnit((clause: ts.CatchClause, { syntax }): boolean => mayThrow(clause, syntax));
