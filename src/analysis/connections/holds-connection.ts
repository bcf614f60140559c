import type ts from 'typescript';
import { calleeExpression } from '../../syntax/candidate.js';
import { functionAround } from '../../syntax/ancestors.js';
import { contains } from '../../syntax/contains.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { Unit } from '../unit.js';
import type { Held } from './held.js';

/**
 * Whether an expression is what is held, or was made from it without waiting: a member of it, a query begun on it, an object
 * that it was given to. What was waited for is data that came out of it, and holds nothing.
 *
 * @example `client`, `runner.manager.getRepository(User)`, `drizzle(client)`, `User.query(transaction)`
 */
export function holdsConnection(expression: ts.Expression, held: Held, unit: Unit): boolean {
  return createTrace(held, unit).holds(expression);
}

/** Whether an argument hands on what is held: itself, or as a member of an object that is written out. */
export function handsOnConnection(argument: ts.Expression, held: Held, unit: Unit): boolean {
  return createTrace(held, unit).isGivenIt(argument);
}

interface Trace {
  readonly holds: (expression: ts.Expression) => boolean;
  readonly isGivenIt: (argument: ts.Expression) => boolean;
}

function createTrace(held: Held, { facts, syntax }: Unit): Trace {
  const seen = new Set<ts.Node>(); // variables can be made of each other
  return { holds, isGivenIt };

  function holds(node: ts.Expression): boolean {
    const at = unwrap(node, syntax);
    if (syntax.isIdentifier(at))
      return facts.declarationsOf(at).some(declaration => held.holders.has(declaration) || isMadeFromIt(declaration));
    if (syntax.isPropertyAccessExpression(at))
      return holds(at.expression) || facts.declarationsOf(at.name).some(declaration => held.holders.has(declaration));
    if (syntax.isElementAccessExpression(at)) return holds(at.expression);
    if (syntax.isAwaitExpression(at)) return isStillIt(unwrap(at.expression, syntax));
    if (syntax.isBinaryExpression(at)) return holds(at.left) || holds(at.right);
    if (syntax.isConditionalExpression(at)) return holds(at.whenTrue) || holds(at.whenFalse);
    if (syntax.isTaggedTemplateExpression(at)) return holds(at.tag);
    if (syntax.isNewExpression(at)) return (at.arguments ?? []).some(isGivenIt);
    return syntax.isCallExpression(at) && (holds(calleeExpression(at)) || at.arguments.some(isGivenIt));
  }

  /** What is waited for: a promise of what is held, or what a function gives that is itself held, such as a provider of transactions. */
  function isStillIt(awaited: ts.Expression): boolean {
    if (held.entry.held?.keepsResults === true || syntax.isIdentifier(awaited)) return holds(awaited);
    return syntax.isCallExpression(awaited) && syntax.isIdentifier(awaited.expression) && holds(awaited.expression);
  }

  function isGivenIt(argument: ts.Expression): boolean {
    const at = unwrap(argument, syntax);
    if (syntax.isFunctionLike(at)) return false;
    if (!syntax.isObjectLiteralExpression(at)) return holds(at) && isMoreThanData(at);
    return at.properties.some(property => {
      if (syntax.isPropertyAssignment(property)) return isGivenIt(property.initializer);
      if (syntax.isShorthandPropertyAssignment(property)) return isGivenIt(property.name);
      return syntax.isSpreadAssignment(property) && isGivenIt(property.expression);
    });
  }

  /** Texts and numbers that are read from a connection hand nothing on. */
  function isMoreThanData(argument: ts.Expression): boolean {
    const isWhole =
      syntax.isIdentifier(argument) &&
      facts
        .declarationsOf(argument)
        .some(declaration => held.holders.has(declaration) && !syntax.isBindingElement(declaration));
    if (isWhole) return true;
    const types = facts.typesOf(argument);
    return types.length === 0 ? facts.yieldOf(argument) === 'unknown' : types.some(({ place }) => place.from !== 'lib');
  }

  function isMadeFromIt(declaration: ts.Node): boolean {
    if (syntax.isBindingElement(declaration)) {
      const variable = declaration.parent.parent;
      return syntax.isVariableDeclaration(variable) && isMadeFromIt(variable);
    }
    if (!syntax.isVariableDeclaration(declaration) || seen.has(declaration)) return false;
    seen.add(declaration);
    const { initializer } = declaration;
    if (initializer && (isGivenIt(initializer) || holds(initializer))) return true;
    return syntax.isIdentifier(declaration.name) && isAddedTo(declaration.name);
  }

  /** Whether what is held is stored in a member of a variable: `context.transaction = transaction;` */
  function isAddedTo(variable: ts.Identifier): boolean {
    return contains(functionAround(variable, syntax) ?? variable.getSourceFile(), isAddition, syntax);

    function isAddition(node: ts.Node): boolean {
      if (
        !syntax.isBinaryExpression(node) ||
        node.operatorToken.kind !== syntax.SyntaxKind.EqualsToken ||
        !syntax.isPropertyAccessExpression(node.left)
      )
        return false;
      const object = unwrap(node.left.expression, syntax);
      return (
        syntax.isIdentifier(object) &&
        object.text === variable.text &&
        facts.declarationsOf(object).includes(variable.parent) &&
        syntax.isIdentifier(node.right) &&
        facts.declarationsOf(node.right).some(declaration => held.holders.has(declaration))
      );
    }
  }
}
