import type ts from 'typescript';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { callOf } from '../../syntax/call-around.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { Unit } from '../unit.js';
import { declarationsNamed } from './declarations-named.js';
import { functionsGiven, type Opening } from './find-openings.js';
import type { Held } from './held.js';
import { holdsConnection } from './holds-connection.js';
import { namesIn } from './names-in.js';

/**
 * What a function comes to hold by the calls that open something in it. A transaction that is begun on a connection is one
 * with it, and so is a transaction inside of another.
 */
export function groupOpenings(openings: readonly Opening[], unit: Unit): readonly Held[] {
  const groups: Held[] = [];
  for (const opening of openings.toSorted((a, b) => a.call.pos - b.call.pos)) {
    const rank = groups.findIndex(held => holdsConnection(opening.call, held, unit));
    const around = groups[rank];
    const held: Held = {
      source: around?.source ?? opening.call,
      openings: [...(around?.openings ?? []), opening.call],
      entry: around?.entry ?? opening.entry,
      isTransaction: opening.isTransaction || around?.isTransaction === true,
      holders: new Set([
        ...(around?.holders ?? []),
        ...(opening.known ?? []),
        ...findGiven(opening.call, unit),
        ...(around ? [] : findReceiver(opening, unit)),
      ]),
    };
    if (around) groups[rank] = held;
    else groups.push(held);
  }
  return groups;
}

/** The declaration of what a transaction is begun on; none where that chooses a connection for each call. */
function findReceiver({ call, entry, isOnReceiver }: Opening, unit: Unit): readonly ts.Node[] {
  const { facts, syntax } = unit;
  const callee = unwrap(calleeExpression(call), syntax);
  const receiver = syntax.isPropertyAccessExpression(callee) ? unwrap(callee.expression, syntax) : callee;
  return isOnReceiver && !facts.typesOf(receiver).some(({ name }) => entry.held?.pools.has(name))
    ? declarationsNamed(receiver, unit)
    : [];
}

/** The declarations that are given what a call opens: of a variable or a member, or the parameters of the `then` behind it. */
function findGiven(call: Candidate, unit: Unit): readonly ts.Node[] {
  const { syntax } = unit;
  let at: ts.Node = call;
  while (isPassedOn(at)) at = at.parent;
  const { parent } = at;
  if (syntax.isVariableDeclaration(parent)) return namesIn(parent, syntax);
  if (syntax.isPropertyDeclaration(parent)) return [parent];
  if (syntax.isPropertyAccessExpression(parent)) return parametersOfThen(parent);
  return syntax.isBinaryExpression(parent) && parent.operatorToken.kind === syntax.SyntaxKind.EqualsToken
    ? declarationsNamed(parent.left, unit)
    : [];

  function parametersOfThen(access: ts.PropertyAccessExpression): readonly ts.Node[] {
    const then = access.name.text === 'then' ? callOf(access, syntax) : undefined;
    return then
      ? functionsGiven(then, unit).flatMap(({ parameters }) =>
          parameters.flatMap(parameter => namesIn(parameter, syntax)),
        )
      : [];
  }

  /** Whether what is around an expression gives the same, or waits for it: `given ?? (await pool.connect())`. */
  function isPassedOn(node: ts.Node): boolean {
    const outer = node.parent;
    if (
      syntax.isParenthesizedExpression(outer) ||
      syntax.isNonNullExpression(outer) ||
      syntax.isAsExpression(outer) ||
      syntax.isAwaitExpression(outer)
    )
      return true;
    if (syntax.isConditionalExpression(outer)) return outer.condition !== node;
    return (
      syntax.isBinaryExpression(outer) &&
      [syntax.SyntaxKind.BarBarToken, syntax.SyntaxKind.QuestionQuestionToken].some(
        kind => kind === outer.operatorToken.kind,
      )
    );
  }
}
