import type ts from 'typescript';
import type { Unit } from '../unit.js';
import { isOfPackage } from './match-methods.js';

/** Whether a call is one of `process.on` or `process.once` for a signal, or the end of the process. */
export function isProcessEnd(call: ts.CallExpression, { facts, syntax }: Unit): boolean {
  const [event] = call.arguments;
  if (!event || !syntax.isStringLiteralLike(event) || !/^(?:SIG[A-Z\d]+|beforeExit|exit)$/.test(event.text))
    return false;
  const callee = facts.calleeOf(call);
  return (
    callee.kind === 'declared' &&
    callee.declarations.some(
      declared =>
        declared.owner === 'Process' &&
        isOfPackage(declared, ['node']) &&
        (declared.name === 'on' || declared.name === 'once'),
    )
  );
}
