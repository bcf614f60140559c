import type ts from 'typescript';
import { functionAround, isWithin, statementAround } from '../../syntax/ancestors.js';
import { isOneOf, isOwner } from '../origins/match-methods.js';
import { perUnit } from '../per-unit.js';
import { walk } from '../../syntax/walk.js';
import type { Unit } from '../unit.js';
import { isGivenToRouter } from './is-given-to-router.js';

/**
 * Whether the function around a node answers a request after it, so that the answer would wait for what it waits for: by a call such as
 * `reply.send()`, by what it returns to a router, or by a body that is sent once the function is over. Not where the answer has been sent before.
 */
export function isAnsweredAfter(node: ts.Node, unit: Unit): boolean {
  const { syntax } = unit;
  const fn = functionAround(node, syntax);
  if (!fn) return false;
  const answers = findAnswers(fn, unit);
  const isSent = answers.some(
    answer =>
      !answer.isLate && answer.node.end <= node.pos && isWithin(node, statementAround(answer.node, syntax).parent),
  );
  return !isSent && (isGivenToRouter(fn, unit) || answers.some(answer => answer.isLate || answer.node.pos >= node.end));
}

interface Answer {
  readonly node: ts.Node;
  /** Whether it is sent when the function is over, wherever it stands. */
  readonly isLate: boolean;
}

/** All that answers in a function itself. */
const findAnswers = perUnit((fn: ts.SignatureDeclaration, unit): readonly Answer[] => {
  const { syntax } = unit;
  const found: Answer[] = [];
  walk(fn, syntax, node => {
    if (node !== fn && syntax.isFunctionLike(node)) return 'over';
    if (syntax.isCallExpression(node) && isAnswer(node, unit)) found.push({ node, isLate: false });
    if (syntax.isBinaryExpression(node) && isBody(node, unit)) found.push({ node, isLate: true });
    return 'into';
  });
  return found;
});

/** `response.json(body)`, known by what it is called on: a response inherits `end` from the streams of Node. */
function isAnswer(call: ts.CallExpression, { catalogue: { routes }, facts, syntax }: Unit): boolean {
  const { expression } = call;
  if (!syntax.isPropertyAccessExpression(expression)) return false;
  const likely = routes.answers.get(expression.name.text);
  if (!likely) return false;
  const types = facts.receiverTypesOf(call);
  return likely.some(answer => types.some(type => isOwner(type, answer)));
}

/** `context.body = body` */
function isBody(
  { left, operatorToken }: ts.BinaryExpression,
  { catalogue: { sinkMembers }, facts, syntax }: Unit,
): boolean {
  if (operatorToken.kind !== syntax.SyntaxKind.EqualsToken || !syntax.isPropertyAccessExpression(left)) return false;
  if (!sinkMembers.has(left.name.text)) return false;
  const member = facts.memberOf(left);
  return member.kind === 'declared' && member.declarations.some(declared => isOneOf(declared, sinkMembers));
}
