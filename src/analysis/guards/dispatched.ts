import type ts from 'typescript';
import { functionAround, isWithin } from '../../syntax/ancestors.js';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { contains } from '../../syntax/contains.js';
import { projectLibrary } from '../origins/resolve-origin.js';
import type { FileUnit } from '../unit.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { Guard } from './guard.js';

/** `for (const handler of this.handlers) handler.handle(event);` */
export const dispatched: Guard = {
  id: 'dispatched',
  effect: 'suggestion',
  says: 'the calls would run one after another, and one failure would skip the rest',
  holds({ call, kind, origin: { library, via } }, unit) {
    const isOfProject = via.length > 0 || library === projectLibrary;
    if (!isOfProject || !(kind === 'floating' || kind === 'neverAwaited')) return false;
    return findHeads(call, unit).some(
      head => isOfElement(calleeExpression(call), head, unit) && isIndependent(call, head, unit),
    );
  },
};

/** What the loops around a call, in the same function, declare anew in each round. */
function findHeads(call: Candidate, { syntax }: FileUnit): readonly ts.Node[] {
  const heads: ts.Node[] = [];
  const fn = functionAround(call, syntax);
  for (let at: ts.Node = call; at !== fn && !syntax.isSourceFile(at); at = at.parent) {
    const { parent } = at;
    if (!syntax.isIterationStatement(parent, false) || parent.statement !== at) continue;
    const { ForInStatement, ForOfStatement, ForStatement } = syntax.SyntaxKind;
    if (![ForInStatement, ForOfStatement, ForStatement].includes(parent.kind)) continue;
    const { initializer } = parent as ts.ForInStatement | ts.ForOfStatement | ts.ForStatement; // by its kind
    if (initializer) heads.push(initializer);
  }
  return heads;
}

/** Whether what is called, or what it is called on, is what a loop came by in this round: `handler`, `handlers[i]`, or a constant with one of them. */
function isOfElement(callee: ts.Expression, head: ts.Node, unit: FileUnit): boolean {
  const { facts, syntax } = unit;
  const at = unwrap(callee, syntax);
  if (syntax.isPropertyAccessExpression(at)) return isOfElement(at.expression, head, unit);
  if (syntax.isElementAccessExpression(at))
    return isOfElement(at.argumentExpression, head, unit) || isOfElement(at.expression, head, unit);
  if (!syntax.isIdentifier(at)) return false;
  return facts.declarationsOf(at).some(declared => {
    if (isWithin(declared, head)) return true;
    return (
      syntax.isVariableDeclaration(declared) &&
      isWithin(declared, head.parent) &&
      declared.initializer !== undefined &&
      declared.initializer.end <= at.pos &&
      isOfElement(declared.initializer, head, unit)
    );
  });
}

/** Whether the elements do not know of each other: all are given the same, or each may be of another kind. */
function isIndependent(call: Candidate, head: ts.Node, unit: FileUnit): boolean {
  const { syntax } = unit;
  const given = syntax.isCallExpression(call) ? call.arguments : [];
  const areGivenTheSame =
    given.length > 0 &&
    !given.some(argument =>
      contains(argument, node => syntax.isIdentifier(node) && isOfElement(node, head, unit), syntax),
    );
  return areGivenTheSame || mayBeOfSeveralKinds(call, unit);
}

/** Whether a call may mean several functions: it is not that of a method whose own class declares it. */
function mayBeOfSeveralKinds(call: Candidate, { facts, syntax }: FileUnit): boolean {
  const [only, ...others] = facts.functionsOf(call);
  const callee = facts.calleeOf(call);
  if (!only || others.length > 0 || callee.kind === 'unknown') return true;
  const { parent } = only;
  return !syntax.isClassLike(parent) || !callee.declarations.every(({ owner }) => owner === parent.name?.text);
}
