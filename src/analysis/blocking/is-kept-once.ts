import type ts from 'typescript';
import { functionAround, isWithin } from '../syntax/ancestors.js';
import { findLocalBinding } from '../syntax/find-references.js';
import type { Syntax } from '../syntax/syntax.js';
import type { Unit } from '../unit.js';
import { runsAtOnce } from './runs-at-once.js';

/**
 * Whether what a call gives is kept in a place that outlives the function, and fetched only while that is empty. Such a call
 * blocks once.
 *
 * @example `cached ??= read();`
 * @example `if (!cached) cached = read();`
 * @example `if (texts.has(name)) return texts.get(name); const text = read(name); texts.set(name, text);`
 */
export function isKeptOnce(call: ts.Node, unit: Unit): boolean {
  const fn = functionAround(call, unit.syntax);
  return fn !== undefined && (isAssignedByDefault(call, fn, unit) || fillsWhatIsAskedFor(call, fn, unit) || (runsAtOnce(fn, unit) && isKeptOnce(fn, unit)));
}

/** Whether what a call gives becomes the right side of `??=` or `||=` to such a place. */
function isAssignedByDefault(call: ts.Node, fn: ts.SignatureDeclaration, unit: Unit): boolean {
  const { QuestionQuestionEqualsToken, BarBarEqualsToken } = unit.syntax.SyntaxKind;
  const assignment = findAssignment(call, unit.syntax);
  if (!assignment || !outlives(assignment.left, fn, unit)) return false;
  const { kind } = assignment.operatorToken;
  return kind === QuestionQuestionEqualsToken || kind === BarBarEqualsToken;
}

function findAssignment(call: ts.Node, syntax: Syntax): ts.BinaryExpression | undefined {
  for (let at = call; !syntax.isStatement(at) && !syntax.isFunctionLike(at); at = at.parent) {
    const { parent } = at;
    if (isAssignment(parent, syntax) && parent.right === at) return parent;
  }
  return undefined;
}

function isAssignment(node: ts.Node, syntax: Syntax): node is ts.BinaryExpression {
  const { FirstAssignment, LastAssignment } = syntax.SyntaxKind;
  return syntax.isBinaryExpression(node) && node.operatorToken.kind >= FirstAssignment && node.operatorToken.kind <= LastAssignment;
}

/** Whether something is declared outside a function, or a member of what is. */
function outlives(target: ts.Expression, fn: ts.Node, unit: Unit): boolean {
  const { facts, sourceFile, syntax } = unit;
  if (target.kind === syntax.SyntaxKind.ThisKeyword) return true;
  if (syntax.isPropertyAccessExpression(target) || syntax.isElementAccessExpression(target)) return outlives(target.expression, fn, unit);
  if (!syntax.isIdentifier(target)) return false;
  return facts.declarationsOf(target).every(declaration => declaration.getSourceFile() !== sourceFile || !isWithin(declaration, fn));
}

/** Whether a call whose result is used is only reached while a place is empty that the function fills. */
function fillsWhatIsAskedFor(call: ts.Node, fn: ts.SignatureDeclaration, unit: Unit): boolean {
  if (unit.syntax.isExpressionStatement(call.parent)) return false;
  const conditions = findConditions(call, fn, unit.syntax);
  if (conditions.length === 0) return false;
  const filled = findFilled(fn, unit);
  return filled.size > 0 && conditions.some(condition => mentions(condition, filled, unit));
}

/** What is asked before a place is reached: by each `if` around it, and by those before it that leave. */
function findConditions(node: ts.Node, fn: ts.Node, syntax: Syntax): readonly ts.Expression[] {
  const conditions: ts.Expression[] = [];
  for (let at = node; at !== fn; at = at.parent) {
    const { parent } = at;
    if (syntax.isIfStatement(parent) && at !== parent.expression) conditions.push(parent.expression);
    if (!syntax.isBlock(parent)) continue;
    for (const statement of parent.statements) {
      if (statement === at) break;
      if (syntax.isIfStatement(statement) && leaves(statement.thenStatement, syntax)) conditions.push(statement.expression);
    }
  }
  return conditions;
}

function leaves(statement: ts.Statement, syntax: Syntax): boolean {
  const last = syntax.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (syntax.isReturnStatement(last) || last.kind === syntax.SyntaxKind.ThrowStatement);
}

/** The places outside of a function that it fills, by assignment or by `set`, as they are written; not those that it empties, too. */
function findFilled(fn: ts.SignatureDeclaration, unit: Unit): ReadonlySet<string> {
  const { sourceFile, syntax } = unit;
  const filled = new Set<string>();
  const emptied = new Set<string>();
  visit(fn);
  return new Set([...filled].filter(place => !emptied.has(place)));

  function visit(node: ts.Node): void {
    if (isAssignment(node, syntax) && outlives(node.left, fn, unit)) {
      const place = syntax.isElementAccessExpression(node.left) ? node.left.expression : node.left;
      (isEmpty(node.right) || isFlag(place, node.right) ? emptied : filled).add(place.getText(sourceFile));
    } else if (syntax.isCallExpression(node) && syntax.isPropertyAccessExpression(node.expression)) {
      const { expression: map, name } = node.expression;
      if (name.text === 'set' && outlives(map, fn, unit)) filled.add(map.getText(sourceFile));
    }
    syntax.forEachChild(node, visit);
  }

  /** Whether a variable of a function around this one is only told that something has happened: in one request, not once for all. */
  function isFlag(place: ts.Expression, value: ts.Expression): boolean {
    return value.kind === syntax.SyntaxKind.TrueKeyword && syntax.isIdentifier(place) && findLocalBinding(place, unit) !== undefined;
  }

  function isEmpty(value: ts.Expression): boolean {
    return ['""', "''", '0', 'false', 'null', 'undefined'].includes(value.getText(sourceFile));
  }
}

/** Whether an expression mentions one of some places, itself or by a variable that was read from it. */
function mentions(expression: ts.Node, places: ReadonlySet<string>, unit: Unit): boolean {
  const { sourceFile, syntax } = unit;
  return visit(expression) || findSources(expression, unit).some(visit);

  function visit(node: ts.Node): boolean {
    if ((syntax.isIdentifier(node) || syntax.isPropertyAccessExpression(node)) && places.has(node.getText(sourceFile))) return true;
    return syntax.forEachChild(node, child => visit(child) || undefined) === true;
  }
}

/** What the local variables that an expression consists of were made of, as the `texts.get(name)` of `const text = texts.get(name)`. */
function findSources(expression: ts.Node, unit: Unit): readonly ts.Expression[] {
  const { syntax } = unit;
  const sources: ts.Expression[] = [];
  visit(expression);
  return sources;

  function visit(node: ts.Node): void {
    const initializer = syntax.isIdentifier(node) ? findLocalBinding(node, unit)?.declaration.initializer : undefined;
    if (initializer) sources.push(initializer);
    syntax.forEachChild(node, visit);
  }
}
