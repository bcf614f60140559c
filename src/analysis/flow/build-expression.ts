import type ts from 'typescript';
import { isWrapper, unwrap } from '../../syntax/unwrap.js';
import type { FlowContext } from './flow-builder.js';
import type { FlowStep } from './flow-graph.js';

/** Builds what happens while a part of an expression, or a declaration, is evaluated. Gives the first step. */
export function buildExpression(node: ts.Node, next: FlowStep, context: FlowContext): FlowStep {
  return context.builder.nested(next, () => buildAny(node, next, context));
}

function buildAny(node: ts.Node, next: FlowStep, context: FlowContext): FlowStep {
  const { builder } = context;
  const { syntax } = builder;
  const { SyntaxKind } = syntax;
  if (node.kind >= SyntaxKind.FirstTypeNode && node.kind <= SyntaxKind.LastTypeNode) return next;
  if (syntax.isFunctionLike(node) || syntax.isClassLike(node) || syntax.isIdentifier(node))
    return builder.step(node, next);
  if (isChained(node, context)) return buildChain(node, next, context);
  if (syntax.isBinaryExpression(node)) return buildBinary(node, next, context);
  if (syntax.isConditionalExpression(node)) {
    const whenTrue = buildExpression(node.whenTrue, next, context);
    return buildCondition(node.condition, whenTrue, buildExpression(node.whenFalse, next, context), context);
  }
  if (syntax.isVariableDeclaration(node)) {
    const named = buildExpression(node.name, next, context);
    return node.initializer ? buildExpression(node.initializer, named, context) : named;
  }
  return mayFail(node, context)
    ? buildParts(node, builder.step(node, next, context.leave({ kind: 'throw' })), context)
    : buildParts(node, next, context);
}

/** Whether a node is something beside its parts, which may fail by itself. */
function mayFail({ kind }: ts.Node, { builder: { syntax } }: FlowContext): boolean {
  const { AwaitExpression, NewExpression, TaggedTemplateExpression, YieldExpression } = syntax.SyntaxKind;
  return [AwaitExpression, NewExpression, TaggedTemplateExpression, YieldExpression].includes(kind);
}

/** All parts of a node, in the order of the text. */
export function buildParts(node: ts.Node, next: FlowStep, context: FlowContext): FlowStep {
  const parts: ts.Node[] = [];
  context.builder.syntax.forEachChild(node, part => {
    parts.push(part);
  });
  return buildSequence(parts, next, context);
}

/** One part after the other. */
export function buildSequence(parts: readonly ts.Node[], next: FlowStep, context: FlowContext): FlowStep {
  return parts.reduceRight((following, part) => buildExpression(part, following, context), next);
}

type Chained = ts.CallExpression | ts.PropertyAccessExpression | ts.ElementAccessExpression;

function isChained(node: ts.Node, { builder: { syntax } }: FlowContext): node is Chained {
  return (
    syntax.isCallExpression(node) || syntax.isPropertyAccessExpression(node) || syntax.isElementAccessExpression(node)
  );
}

/** `a.b(c)?.d(e)`: behind a `?.` of what is not there, nothing more of the chain is evaluated. */
function buildChain(chain: Chained, end: FlowStep, context: FlowContext): FlowStep {
  const { builder } = context;
  const { syntax } = builder;
  let at: ts.Expression = chain;
  let next = end;
  while (isChained(at, context) || syntax.isNonNullExpression(at)) {
    const { expression } = at;
    if (syntax.isCallExpression(at))
      next = buildSequence(at.arguments, builder.step(at, next, context.leave({ kind: 'throw' })), context);
    else if (syntax.isElementAccessExpression(at)) next = buildExpression(at.argumentExpression, next, context);
    if (!syntax.isNonNullExpression(at) && at.questionDotToken)
      next = builder.branch(
        [{ of: expression, asks: 'presence', is: true }, next],
        [{ of: expression, asks: 'presence', is: false }, end],
      );
    at = expression;
  }
  return buildExpression(at, next, context);
}

function buildBinary(node: ts.BinaryExpression, next: FlowStep, context: FlowContext): FlowStep {
  const { builder } = context;
  const { SyntaxKind } = builder.syntax;
  switch (node.operatorToken.kind) {
    case SyntaxKind.AmpersandAmpersandToken:
    case SyntaxKind.BarBarToken:
    case SyntaxKind.QuestionQuestionToken:
      return buildLogical(node, buildExpression(node.right, next, context), next, context);
    case SyntaxKind.AmpersandAmpersandEqualsToken:
    case SyntaxKind.BarBarEqualsToken:
    case SyntaxKind.QuestionQuestionEqualsToken:
      return buildLogical(node, buildExpression(node.right, builder.step(node.left, next), context), next, context);
    case SyntaxKind.EqualsToken:
      return buildAssignment(node, next, context);
    default:
      return buildOperands(node, next, context);
  }
}

/** Whether the right side of `&&`, `||` or `??` is evaluated depends on the left one. */
function buildLogical(
  { left, operatorToken: { kind } }: ts.BinaryExpression,
  right: FlowStep,
  next: FlowStep,
  context: FlowContext,
): FlowStep {
  const { builder } = context;
  const { SyntaxKind } = builder.syntax;
  if (kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.AmpersandAmpersandEqualsToken)
    return buildCondition(left, right, next, context);
  if (kind === SyntaxKind.BarBarToken || kind === SyntaxKind.BarBarEqualsToken)
    return buildCondition(left, next, right, context);
  const present = builder.branch(
    [{ of: left, asks: 'presence', is: true }, next],
    [{ of: left, asks: 'presence', is: false }, right],
  );
  return buildExpression(left, present, context);
}

/** What is assigned is evaluated before the variable, or the member, takes it. */
function buildAssignment({ left, right }: ts.BinaryExpression, next: FlowStep, context: FlowContext): FlowStep {
  const { builder } = context;
  const { syntax } = builder;
  if (!syntax.isPropertyAccessExpression(left) && !syntax.isElementAccessExpression(left))
    return buildExpression(right, buildExpression(left, next, context), context);
  const assigned = buildExpression(right, builder.step(left, next), context);
  return buildParts(left, assigned, context);
}

/** The operands of a sum of any length. */
function buildOperands(node: ts.BinaryExpression, next: FlowStep, context: FlowContext): FlowStep {
  const { syntax } = context.builder;
  const { operatorToken } = node;
  const operands: ts.Expression[] = [];
  let at: ts.Expression = node;
  for (; syntax.isBinaryExpression(at) && at.operatorToken.kind === operatorToken.kind; at = at.left)
    operands.push(at.right);
  return buildSequence([at, ...operands.toReversed()], next, context);
}

/** Builds what decides between two steps: `!`, `&&` and `||` are taken apart. */
export function buildCondition(
  tested: ts.Expression,
  whenTrue: FlowStep,
  whenFalse: FlowStep,
  context: FlowContext,
): FlowStep {
  const { builder } = context;
  return builder.nested(whenFalse, () => {
    const { syntax } = builder;
    const { SyntaxKind } = syntax;
    const of = isWrapper(tested, syntax) ? unwrap(tested, syntax) : tested;
    if (of.kind === SyntaxKind.TrueKeyword) return whenTrue;
    if (of.kind === SyntaxKind.FalseKeyword) return whenFalse;
    if (syntax.isPrefixUnaryExpression(of) && of.operator === SyntaxKind.ExclamationToken)
      return buildCondition(of.operand, whenFalse, whenTrue, context);
    if (syntax.isBinaryExpression(of)) {
      const { left, operatorToken, right } = of;
      if (operatorToken.kind === SyntaxKind.AmpersandAmpersandToken)
        return buildCondition(left, buildCondition(right, whenTrue, whenFalse, context), whenFalse, context);
      if (operatorToken.kind === SyntaxKind.BarBarToken)
        return buildCondition(left, whenTrue, buildCondition(right, whenTrue, whenFalse, context), context);
    }
    const decided = builder.branch(
      [{ of, asks: 'truth', is: true }, whenTrue],
      [{ of, asks: 'truth', is: false }, whenFalse],
    );
    return buildExpression(of, decided, context);
  });
}
