import type ts from 'typescript';
import { classifyUse } from './classify-use.js';
import { perUnit } from '../per-unit.js';
import { findLocalBinding, findReads, type LocalBinding } from '../names/find-references.js';
import { isTurnedIntoText } from './is-sink.js';
import type { Unit } from '../unit.js';
import type { Use } from './use.js';

/**
 * What becomes of a promise, or of a collection of promises, that a local variable keeps: nothing reads it; it is read,
 * but only as a value, by code that cannot wait for it; or only to be given a rejection handler; or it reaches code that
 * can wait.
 */
export type Fate = 'unread' | 'readAsValue' | 'handled' | 'handedOn';

/** Says what becomes of the promise in a variable: all its reads count together, wherever they stand. */
export function fateOfPromise({ declaration }: LocalBinding, unit: Unit): Fate {
  return fateAsPromise(declaration, unit);
}

const fateAsPromise = perUnit((declaration: ts.VariableDeclaration, unit): Fate =>
  fateOf(declaration, unit, read => isReadAsValue(read, unit)),
);

/** Says what becomes of the promises in an array, a set or a map that a variable keeps. */
export function fateOfCollection({ declaration }: LocalBinding, unit: Unit): Fate {
  return fateAsCollection(declaration, unit);
}

const fateAsCollection = perUnit((declaration: ts.VariableDeclaration, unit): Fate =>
  fateOf(declaration, unit, read => isReadAsValue(read, unit) || isFill(read, unit) || isSize(read, unit)),
);

function fateOf(declaration: ts.VariableDeclaration, unit: Unit, isMere: (read: ts.Identifier) => boolean): Fate {
  const reads = findReads({ declaration }, unit);
  if (reads.length === 0) return 'unread';
  if (!reads.every(isMere)) return 'handedOn';
  return reads.some(read => isHandled(classifyUse(read, unit.syntax))) ? 'handled' : 'readAsValue';
}

function isHandled(use: Use): boolean {
  return use.kind === 'handled' || (use.kind === 'assigned' && use.isHandled);
}

/** Whether a promise, or a read of one, is tested, printed, dropped, only given a handler, or kept in a variable that nothing reads: whatever it is, nobody waits. */
export function isReadAsValue(read: ts.Expression, unit: Unit): boolean {
  const use = classifyUse(read, unit.syntax);
  switch (use.kind) {
    case 'floating':
    case 'handled':
    case 'serialised':
    case 'voided':
      return true;
    case 'tested': {
      const choice = choiceOf(use.value, unit);
      return choice === undefined || isReadAsValue(choice, unit);
    }
    case 'argument':
    case 'stored':
      return isTurnedIntoText(use, unit);
    case 'assigned':
      return isNeverRead(use.binding, unit);
    case 'collected':
      return isInSink(use.literal, unit);
    default:
      return false;
  }
}

/** `saved ?? other` and `saved || other`, which test `saved` and give it. */
function choiceOf(value: ts.Expression, { syntax }: Unit): ts.Expression | undefined {
  const { parent } = value;
  const { BarBarToken, QuestionQuestionToken } = syntax.SyntaxKind;
  if (!syntax.isBinaryExpression(parent) || parent.left !== value) return undefined;
  return [BarBarToken, QuestionQuestionToken].some(kind => kind === parent.operatorToken.kind) ? parent : undefined;
}

function isNeverRead(name: ts.Identifier, unit: Unit): boolean {
  const binding = findLocalBinding(name, unit);
  return binding !== undefined && findReads(binding, unit).length === 0;
}

/** Whether an array or object that is written out is turned into text as a whole. */
export function isInSink(literal: ts.Expression, unit: Unit): boolean {
  return isTurnedIntoText(classifyUse(literal, unit.syntax), unit);
}

/**
 * Whether a read of a collection only puts something into it: `promises.push(…)`, which gives a number, wherever it stands,
 * and `promises.add(…)`, which gives the set itself, where that is dropped.
 */
export function isFill(read: ts.Identifier, { syntax }: Unit): boolean {
  const call = read.parent.parent;
  if (
    !syntax.isCallExpression(call) ||
    fillOf(call, syntax) !== read ||
    !syntax.isPropertyAccessExpression(call.expression)
  )
    return false;
  return /^(?:push|unshift)$/.test(call.expression.name.text) || classifyUse(call, syntax).kind === 'floating';
}

/** The name of the collection that a call such as `promises.push(…)` fills. */
export function fillOf({ expression }: ts.CallExpression, syntax: Unit['syntax']): ts.Identifier | undefined {
  const isFilling =
    syntax.isPropertyAccessExpression(expression) && /^(?:add|push|set|unshift)$/.test(expression.name.text);
  return isFilling && syntax.isIdentifier(expression.expression) ? expression.expression : undefined;
}

/** `promises.length`, `promises.size`. */
function isSize({ parent }: ts.Identifier, { syntax }: Unit): boolean {
  return syntax.isPropertyAccessExpression(parent) && /^(?:length|size)$/.test(parent.name.text);
}
