import type ts from 'typescript';
import { functionAround, isWithin } from '../../syntax/ancestors.js';
import { textOfName } from '../../syntax/declared-names.js';
import { findIdentifiersIn, findLocalBinding, findReads } from '../names/find-references.js';
import { isSettlersName } from '../../syntax/is-settlers-name.js';
import { outermostOf, unwrap } from '../../syntax/unwrap.js';
import { walk } from '../../syntax/walk.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { classifyUse } from './classify-use.js';
import { isReadAsValue } from './is-read-as-value.js';

/**
 * Who hears of a promise by another one that is settled after it: `heard` is told to somebody who waits for that other one, or
 * is given it; `unheard` is a promise whose only handlers reject one that nobody waits for; `none` is everything else.
 */
export type Signal = 'heard' | 'unheard' | 'none';

/**
 * Says who hears of a promise by another one: an argument of its `then`, `catch` or `finally` mentions what settles a
 * `new Promise`, or a deferred object such as `Promise.withResolvers` gives. Past a callback whose own promise a call waits
 * for, a transaction's for one, nobody hears of it in time.
 *
 * @example `new Promise(resolve => { repo.save(x).then(() => resolve()); })`
 */
export function classifySignal(value: ts.Expression, unit: Unit): Signal {
  const settlers = findSettlers(value, unit);
  if (settlers.some(settler => isHeard(settler, value, unit))) return 'heard';
  const handlers = findHandlers(value, unit).map(handler => unwrap(handler, unit.syntax));
  const isForNobody = (handler: ts.Expression): boolean =>
    settlers.some(
      ({ node, promise }) => node === handler && promise !== 'given' && promise.every(use => isDropped(use, unit)),
    );
  return handlers.length > 0 && handlers.every(isForNobody) ? 'unheard' : 'none';
}

/** What settles a promise. */
interface Settler {
  /** The function that does, where it is mentioned. */
  readonly node: ts.Expression;
  /** What declares it, or the object that has it; undefined where that is no name. */
  readonly declaration: ts.Node | undefined;
  readonly promise: SettledPromise;
}

/** The expressions that give a promise that is settled; `given` where somebody else has it. */
type SettledPromise = readonly ts.Expression[] | 'given';

/** What a value mentions that settles a promise, other than those that are made in it. */
function findSettlers(value: ts.Expression, unit: Unit): readonly Settler[] {
  const { syntax } = unit;
  const names = unit.index.settlersIn(value.getSourceFile());
  if (names.size === 0) return [];
  const found: Settler[] = [];
  walk(value, syntax, node => {
    const isMember = syntax.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    const settler =
      (syntax.isIdentifier(node) && !isMember && names.has(node.text)) || syntax.isPropertyAccessExpression(node)
        ? toSettler(node, maximalNames, unit)
        : undefined;
    if (settler && !(settler.declaration && isWithin(settler.declaration, value))) found.push(settler);
    return 'into';
  });
  return found;
}

/** A bound on how many variables stand for one another. */
const maximalNames = 3;

function toSettler(node: ts.Expression, names: number, unit: Unit): Settler | undefined {
  const { facts, syntax } = unit;
  if (syntax.isPropertyAccessExpression(node)) {
    if (!isSettlersName(node.name.text) || !facts.hasMember(node.expression, 'promise')) return undefined;
    const deferred = unwrap(node.expression, syntax);
    const declaration = syntax.isIdentifier(deferred) ? facts.declarationsOf(deferred)[0] : undefined;
    return { node, declaration, promise: promiseOfDeferred(deferred, unit) };
  }
  if (!syntax.isIdentifier(node)) return undefined;
  for (const declaration of facts.declarationsOf(node)) {
    if (declaration.getSourceFile() !== node.getSourceFile()) continue;
    const settled = names === maximalNames ? settledBy(declaration, unit) : promiseSettledBy(declaration, names, unit);
    if (settled) return { node, declaration, promise: settled };
  }
  return undefined;
}

/** The same variable is asked about by each of many calls that mention it. */
const settledBy = perUnit((declaration: ts.Node, unit): SettledPromise | undefined =>
  promiseSettledBy(declaration, maximalNames, unit),
);

function promiseSettledBy(declaration: ts.Node, names: number, unit: Unit): SettledPromise | undefined {
  const { syntax } = unit;
  if (syntax.isParameter(declaration)) {
    const made = promiseOfExecutor(declaration.parent, unit);
    return made && usesOf(made, unit);
  }
  if (syntax.isBindingElement(declaration)) return promiseBeside(declaration, unit);
  if (!syntax.isVariableDeclaration(declaration) || names === 0) return undefined;
  for (const value of valuesOf(declaration, unit)) {
    const settler = toSettler(unwrap(value, syntax), names - 1, unit);
    if (settler) return settler.promise;
  }
  return undefined;
}

/** The `new Promise` that a function is given to, or another object that is awaited like one. */
function promiseOfExecutor(fn: ts.Node, unit: Unit): ts.NewExpression | undefined {
  const { syntax } = unit;
  const argument = outermostOf(fn, syntax);
  const made = argument.parent;
  return syntax.isNewExpression(made) && made.arguments?.[0] === argument && isPromise(made, unit) ? made : undefined;
}

/** Whether `new` gives a promise, by its type; by its name where that is not known. */
function isPromise(made: ts.NewExpression, { facts, syntax }: Unit): boolean {
  const yielded = facts.yieldOf(made);
  return yielded === 'unknown'
    ? syntax.isIdentifier(made.expression) && made.expression.text === 'Promise'
    : yielded !== 'value';
}

/** `resolve` of `const { promise, resolve } = Promise.withResolvers()`: the reads of what is declared beside it. */
function promiseBeside(element: ts.BindingElement, unit: Unit): SettledPromise | undefined {
  const { facts, syntax } = unit;
  const { parent: pattern } = element;
  const { parent: declaration } = pattern;
  if (!syntax.isObjectBindingPattern(pattern) || !isSettlersName(memberOf(element, syntax))) return undefined;
  const isOfDeferred =
    syntax.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined &&
    facts.hasMember(declaration.initializer, 'promise');
  if (!isOfDeferred) return undefined;
  if (!functionAround(element, syntax) || pattern.elements.some(({ dotDotDotToken }) => dotDotDotToken)) return 'given';
  const names = pattern.elements.filter(one => memberOf(one, syntax) === 'promise').map(({ name }) => name);
  return names.every(name => syntax.isIdentifier(name)) ? names.flatMap(name => readsOf(name, unit)) : 'given';
}

/** The member that an element of a pattern takes out. */
function memberOf({ name, propertyName }: ts.BindingElement, syntax: Unit['syntax']): string {
  return textOfName(propertyName ?? name, syntax) ?? '';
}

function readsOf(name: ts.Identifier, unit: Unit): readonly ts.Identifier[] {
  const { facts } = unit;
  const others = findIdentifiersIn(name.getSourceFile(), name.text, unit).filter(one => one !== name);
  facts.prepare(others);
  return others.filter(one => facts.declarationsOf(one).some(declaration => declaration === name.parent));
}

/** `deferred.promise`, wherever a local variable is read for it. */
function promiseOfDeferred(deferred: ts.Expression, unit: Unit): SettledPromise {
  const { syntax } = unit;
  const binding = syntax.isIdentifier(deferred) ? findLocalBinding(deferred, unit) : undefined;
  if (!binding) return 'given';
  const members = findReads(binding, unit).map(read => outermostOf(read, syntax).parent);
  if (!members.every(member => syntax.isPropertyAccessExpression(member))) return 'given';
  const others = members.filter(({ name }) => !isSettlersName(name.text));
  return others.every(({ name }) => name.text === 'promise') ? others : 'given';
}

/** What a variable is given, where it is declared or later on. */
function valuesOf({ initializer, name }: ts.VariableDeclaration, unit: Unit): readonly ts.Expression[] {
  const { syntax } = unit;
  if (!syntax.isIdentifier(name)) return [];
  const assigned = readsOf(name, unit).flatMap(({ parent }) =>
    syntax.isBinaryExpression(parent) &&
    parent.operatorToken.kind === syntax.SyntaxKind.EqualsToken &&
    syntax.isIdentifier(parent.left) &&
    parent.left.text === name.text
      ? [parent.right]
      : [],
  );
  return initializer ? [initializer, ...assigned] : assigned;
}

/** Where a promise is used that is made here: by the variable that keeps it, or on the spot. */
function usesOf(made: ts.Expression, unit: Unit): readonly ts.Expression[] {
  const use = classifyUse(made, unit.syntax);
  const binding = use.kind === 'assigned' ? findLocalBinding(use.binding, unit) : undefined;
  return binding ? findReads(binding, unit) : [made];
}

/** Whether somebody waits for what is settled, or is handed it, and no callback on the way there is over before. */
function isHeard({ declaration, promise }: Settler, value: ts.Expression, unit: Unit): boolean {
  const heard = promise === 'given' ? [] : promise.filter(use => !isLeftAlone(use, unit));
  if (promise !== 'given' && heard.length === 0) return false;
  return callbacksBetween(value, declaration, unit).every(
    callback => !isWaitedFor(callback, unit) || heard.some(use => isWithin(use, callback)),
  );
}

/** Whether a use of a promise reaches nobody who could wait. One behind `void` is left alone on purpose. */
function isLeftAlone(use: ts.Expression, unit: Unit): boolean {
  return isReadAsValue(use, unit) && classifyUse(use, unit.syntax).kind !== 'voided';
}

/** Whether a use of a promise reaches nobody who could wait, and no handler. */
function isDropped(use: ts.Expression, unit: Unit): boolean {
  return isLeftAlone(use, unit) && classifyUse(use, unit.syntax).kind !== 'handled';
}

type Callback = ts.ArrowFunction | ts.FunctionExpression;

/** The callbacks around a node that are inside of what a name is declared in; of `this`, those that share it. */
function callbacksBetween(node: ts.Node, declaration: ts.Node | undefined, unit: Unit): readonly Callback[] {
  const { syntax } = unit;
  const found: Callback[] = [];
  for (let at = functionAround(node, syntax); at; at = functionAround(at, syntax)) {
    const isOutside = declaration ? isWithin(declaration, at) : !syntax.isArrowFunction(at);
    if (isOutside) return found;
    if (syntax.isArrowFunction(at) || syntax.isFunctionExpression(at)) found.push(at);
  }
  return found;
}

/** Whether a callback gives a promise to a call that waits for it: not to `then` and the like, whose own promise it becomes a part of. */
function isWaitedFor(callback: Callback, { facts, syntax }: Unit): boolean {
  const { parent } = outermostOf(callback, syntax);
  const isChained =
    syntax.isCallExpression(parent) &&
    syntax.isPropertyAccessExpression(parent.expression) &&
    /^(?:then|catch|finally)$/.test(parent.expression.name.text);
  return !isChained && facts.givesPromise(callback) && facts.isWaitedForByCall(callback);
}

/** The rejection handlers of a chain. A function that only calls another is that one. */
function findHandlers(value: ts.Expression, unit: Unit): readonly ts.Expression[] {
  const { syntax } = unit;
  const at = unwrap(value, syntax);
  if (!syntax.isCallExpression(at) || !syntax.isPropertyAccessExpression(at.expression)) return [];
  const { expression, name } = at.expression;
  const handler = name.text === 'catch' ? at.arguments[0] : name.text === 'then' ? at.arguments[1] : undefined;
  return [...findHandlers(expression, unit), ...(handler ? [handler] : [])].map(one => {
    const body = syntax.isArrowFunction(one) ? one.body : undefined;
    return body && syntax.isCallExpression(body) ? body.expression : one;
  });
}
