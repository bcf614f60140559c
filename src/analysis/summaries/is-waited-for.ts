import type ts from 'typescript';
import { outermostOf } from '../../syntax/unwrap.js';
import type { Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import { fillOf } from '../uses/fill-of.js';
import { areMembersAwaited, fateOfPromise } from '../uses/find-fate.js';
import type { Use } from '../uses/use.js';

/** Whether a function hands on, or waits for, a value that is used like this. */
export function isWaitedFor(use: Use, unit: Unit): boolean {
  switch (use.kind) {
    case 'awaited':
    case 'returned':
      return true;
    case 'assigned':
      return (fateOfPromise(use.value, unit)?.awaited ?? 'never') !== 'never';
    case 'argument': {
      const name = fillOf(use.of, unit.syntax);
      return name !== undefined && areMembersAwaited(name, unit) === true;
    }
    case 'collected': {
      const ofLiteral = classifyUse(use.literal, unit.syntax);
      return ofLiteral.kind === 'assigned' && areMembersAwaited(ofLiteral.binding, unit) === true;
    }
    default:
      return false;
  }
}

/** Whether a function is called where it stands, or handed to a call, and the function around it waits for that call. */
export function isWaitedForCallback(nested: ts.SignatureDeclaration | ts.Expression, { syntax }: Unit): boolean {
  const { parent } = outermostOf(nested, syntax);
  if (!syntax.isCallExpression(parent)) return false;
  const { kind } = classifyUse(parent, syntax);
  return kind === 'awaited' || kind === 'returned';
}
