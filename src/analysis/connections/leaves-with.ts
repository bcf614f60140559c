import type ts from 'typescript';
import { callsIn } from '../summaries/calls-waited-for.js';
import { findEntry, isOfOperation } from '../origins/find-entry.js';
import { containsOwn } from '../../syntax/contains-own.js';
import { hasBody } from '../../syntax/has-body.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { Unit } from '../unit.js';
import type { Held } from './held.js';
import { holdsConnection } from './holds-connection.js';

/** What a function leaves behind that has opened something and does not end it. */
export interface Left {
  /** Whether it stays in a member, so that the object that the function is called on holds it. */
  readonly isKept: boolean;
  /** The members that hold it. */
  readonly members: readonly ts.Node[];
}

/** Whether a function gives what it opened to its caller, or keeps it in a member without ending it; undefined where neither. */
export function leavesWith(fn: ts.SignatureDeclaration, held: Held, unit: Unit): Left | undefined {
  const { facts, syntax } = unit;
  if (!hasBody(fn)) return undefined;
  const { body } = fn;
  const members = [...held.holders].filter(holder => syntax.isPropertyDeclaration(holder));
  const isKept = members.length > 0 && !callsIn(fn, unit).some(endsIt);
  return isKept || (syntax.isBlock(body) ? containsOwn(body, isReturned, syntax) : isIt(body))
    ? { isKept, members }
    : undefined;

  function isReturned(node: ts.Node): boolean {
    return syntax.isReturnStatement(node) && node.expression !== undefined && isIt(node.expression);
  }

  /** Whether an expression is what was opened, or an object with it: what a call on it gives is something else. */
  function isIt(expression: ts.Expression): boolean {
    const at = unwrap(expression, syntax);
    if (syntax.isAwaitExpression(at)) return isIt(at.expression);
    if (held.openings.some(opening => opening === at)) return true;
    if (syntax.isIdentifier(at)) return facts.declarationsOf(at).some(declaration => held.holders.has(declaration));
    if (syntax.isNewExpression(at)) return (at.arguments ?? []).some(isIt);
    if (!syntax.isObjectLiteralExpression(at)) return false;
    return at.properties.some(
      property =>
        (syntax.isPropertyAssignment(property) && isIt(property.initializer)) ||
        (syntax.isShorthandPropertyAssignment(property) && isIt(property.name)),
    );
  }

  function endsIt(call: ReturnType<typeof callsIn>[number]): boolean {
    if (held.openings.includes(call) || !holdsConnection(call, held, unit)) return false;
    const callee = facts.calleeOf(call);
    return (
      callee.kind === 'declared' &&
      callee.declarations.some(declared => {
        const entry = findEntry(declared, unit);
        return (
          declared.name === 'release' ||
          (entry !== undefined &&
            (isOfOperation(declared, entry, 'connection') || isOfOperation(declared, entry, 'transaction')))
        );
      })
    );
  }
}
