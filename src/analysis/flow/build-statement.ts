import type ts from 'typescript';
import { buildCondition, buildExpression, buildParts } from './build-expression.js';
import type { Exit, FlowContext } from './flow-builder.js';
import type { FlowStep } from './flow-graph.js';

/** Builds what happens while a statement runs. Gives the first step. */
export function buildStatement(node: ts.Node, next: FlowStep, context: FlowContext): FlowStep {
  return context.builder.nested(next, () => buildAny(node, next, context));
}

function buildAny(node: ts.Node, next: FlowStep, context: FlowContext): FlowStep {
  const { builder, leave } = context;
  const { syntax } = builder;
  const { SyntaxKind } = syntax;
  switch (node.kind) {
    case SyntaxKind.Block:
      return buildStatements((node as ts.Block).statements, next, context);
    case SyntaxKind.IfStatement:
      return buildIf(node as ts.IfStatement, next, context);
    case SyntaxKind.ReturnStatement:
      return buildParts(node, leave({ kind: 'return' }), context);
    case SyntaxKind.ThrowStatement:
      return buildParts(node, leave({ kind: 'throw' }), context);
    case SyntaxKind.BreakStatement:
    case SyntaxKind.ContinueStatement:
      return buildJump(node as ts.BreakOrContinueStatement, context);
    case SyntaxKind.TryStatement:
      return buildTry(node as ts.TryStatement, next, context);
    case SyntaxKind.SwitchStatement:
      return buildSwitch(node as ts.SwitchStatement, next, context);
    case SyntaxKind.LabeledStatement:
      return buildLabeled(node as ts.LabeledStatement, next, context);
    case SyntaxKind.FunctionDeclaration:
      return next; // it was made when the function began
    default:
      if (syntax.isIterationStatement(node, false)) return buildLoop(node, undefined, { next, context });
      return buildParts(node, next, context);
  }
}

function buildStatements(statements: readonly ts.Node[], next: FlowStep, context: FlowContext): FlowStep {
  return statements.reduceRight((following, statement) => buildStatement(statement, following, context), next);
}

function buildIf(
  { elseStatement, expression, thenStatement }: ts.IfStatement,
  next: FlowStep,
  context: FlowContext,
): FlowStep {
  const whenTrue = buildStatement(thenStatement, next, context);
  const whenFalse = elseStatement ? buildStatement(elseStatement, next, context) : next;
  return buildCondition(expression, whenTrue, whenFalse, context);
}

function buildJump({ kind, label }: ts.BreakOrContinueStatement, { builder, leave }: FlowContext): FlowStep {
  const isBreak = kind === builder.syntax.SyntaxKind.BreakStatement;
  return builder.junction(leave({ kind: isBreak ? 'break' : 'continue', label: label?.text }));
}

/** A statement with a name, which may be left by it; a loop is also gone on with by it. */
function buildLabeled({ label, statement }: ts.LabeledStatement, next: FlowStep, context: FlowContext): FlowStep {
  const { syntax } = context.builder;
  if (syntax.isIterationStatement(statement, false)) return buildLoop(statement, label.text, { next, context });
  return buildStatement(statement, next, {
    ...context,
    leave: exit => (exit.kind === 'break' && exit.label === label.text ? next : context.leave(exit)),
  });
}

/** What follows a loop, and what is around it. */
interface AroundLoop {
  readonly next: FlowStep;
  readonly context: FlowContext;
}

function buildLoop(loop: ts.IterationStatement, label: string | undefined, { context, next }: AroundLoop): FlowStep {
  const { syntax } = context.builder;
  const inside = (again: FlowStep): FlowContext => ({
    ...context,
    leave: exit => (isOf(exit, label) ? (exit.kind === 'break' ? next : again) : context.leave(exit)),
  });
  if (syntax.isForStatement(loop)) return buildFor(loop, inside, { next, context });
  if (syntax.isWhileStatement(loop))
    return context.builder.loop(head => {
      const body = buildStatement(loop.statement, head, inside(head));
      return buildCondition(loop.expression, body, next, context);
    });
  if (syntax.isDoStatement(loop)) {
    return context.builder.loop(head => {
      const tested = context.builder.loop(() => buildCondition(loop.expression, head, next, context));
      return buildStatement(loop.statement, tested, inside(tested));
    });
  }
  return buildForEach(loop as ts.ForInOrOfStatement, inside, { next, context });
}

/** Whether an exit is one out of the loop of a label, or to its next round. */
function isOf(exit: Exit, label: string | undefined): boolean {
  return (exit.kind === 'break' || exit.kind === 'continue') && (exit.label === undefined || exit.label === label);
}

type Inside = (again: FlowStep) => FlowContext;

/** Of a loop that counts it is looked at whether it runs, and not how often; one that counts nothing is a `while`. */
function buildFor(
  { condition, incrementor, initializer, statement }: ts.ForStatement,
  inside: Inside,
  { context, next }: AroundLoop,
): FlowStep {
  const { builder } = context;
  let first: FlowStep | undefined;
  const head = builder.loop(again => {
    const counted = incrementor ? buildExpression(incrementor, again, context) : again;
    const body = buildStatement(statement, counted, inside(counted));
    if (!condition) return body;
    if (!incrementor) return buildCondition(condition, body, next, context);
    first = buildExpression(condition, runsAtAll(listCounted(condition, context), { body, next }, context), context);
    return buildExpression(condition, builder.junction(body, next), context);
  });
  return initializer ? buildExpression(initializer, first ?? head, context) : (first ?? head);
}

/** `for (const x of xs)`: it is looked at whether it runs, and not how often. */
function buildForEach(
  { expression, initializer, statement }: ts.ForInOrOfStatement,
  inside: Inside,
  { context, next }: AroundLoop,
): FlowStep {
  const { builder } = context;
  let first: FlowStep | undefined;
  const head = builder.loop(again => {
    const body = buildExpression(initializer, buildStatement(statement, again, inside(again)), context);
    first = runsAtAll(expression, { body, next }, context);
    return builder.junction(body, next);
  });
  return buildExpression(expression, first ?? head, context);
}

/** `items` in `index < items.length`: a loop that counts its items runs when one over them does. Else what is tested. */
function listCounted(condition: ts.Expression, { builder: { syntax } }: FlowContext): ts.Expression {
  const isCounted =
    syntax.isBinaryExpression(condition) &&
    condition.operatorToken.kind === syntax.SyntaxKind.LessThanToken &&
    syntax.isPropertyAccessExpression(condition.right) &&
    condition.right.name.text === 'length';
  return isCounted ? condition.right.expression : condition; // by what is asked above
}

function runsAtAll(
  of: ts.Expression,
  { body, next }: { readonly body: FlowStep; readonly next: FlowStep },
  { builder }: FlowContext,
): FlowStep {
  const { syntax } = builder;
  const hasItems =
    syntax.isArrayLiteralExpression(of) &&
    of.elements.length > 0 &&
    !of.elements.some(element => syntax.isSpreadElement(element));
  if (hasItems) return body;
  return builder.branch([{ of, asks: 'rounds', is: true }, body], [{ of, asks: 'rounds', is: false }, next]);
}

function buildSwitch({ caseBlock, expression }: ts.SwitchStatement, next: FlowStep, context: FlowContext): FlowStep {
  const { builder } = context;
  const { syntax } = builder;
  const inside: FlowContext = {
    ...context,
    leave: exit => (exit.kind === 'break' && exit.label === undefined ? next : context.leave(exit)),
  };
  const { clauses } = caseBlock;
  const bodies: FlowStep[] = [];
  for (const { statements } of clauses.toReversed())
    bodies.unshift(buildStatements(statements, bodies[0] ?? next, inside));
  const hasDefault = clauses.some(({ kind }) => kind === syntax.SyntaxKind.DefaultClause);
  const chosen = builder.branch(
    ...clauses.map((is, index) => [{ of: expression, asks: 'clause', is }, bodies[index] ?? next] as const),
    ...(hasDefault ? [] : [[{ of: expression, asks: 'clause', is: undefined }, next] as const]),
  );
  const cases = clauses.reduceRight(
    (following, clause) =>
      clause.kind === syntax.SyntaxKind.CaseClause ? buildExpression(clause.expression, following, context) : following,
    chosen,
  );
  return buildExpression(expression, cases, context);
}

function buildTry(
  { catchClause, finallyBlock, tryBlock }: ts.TryStatement,
  next: FlowStep,
  context: FlowContext,
): FlowStep {
  const through = finallyBlock ? throughFinally(finallyBlock, context) : (to: FlowStep) => to;
  const caught: FlowContext = { ...context, leave: exit => through(context.leave(exit)) };
  const after = through(next);
  if (!catchClause) return buildStatement(tryBlock, after, caught);
  const handler = buildStatement(catchClause.block, after, caught);
  const entered = context.builder.junction(
    catchClause.variableDeclaration ? buildExpression(catchClause.variableDeclaration, handler, caught) : handler,
  );
  const tried = buildStatement(tryBlock, after, {
    ...caught,
    leave: exit => (exit.kind === 'throw' ? entered : caught.leave(exit)),
  });
  return context.builder.mayFail(tried, entered); // by what is no call, too, such as a getter
}

/** Builds a `finally` once for each step that it leads to. */
function throughFinally(block: ts.Block, context: FlowContext): (to: FlowStep) => FlowStep {
  const built = new Map<FlowStep, FlowStep>();
  return to => {
    let entry = built.get(to);
    if (!entry) built.set(to, (entry = buildStatement(block, to, context)));
    return entry;
  };
}
