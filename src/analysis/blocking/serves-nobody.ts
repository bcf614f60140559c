import type ts from 'typescript';
import { findFacts, isOneOf, isOwner } from '../origins/match-methods.js';
import { classifySurroundings } from '../../syntax/classify-surroundings.js';
import { textOfName } from '../../syntax/declared-names.js';
import { nameFunction } from '../../syntax/name-function.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { Declared } from '../../engines/type-facts.js';
import { perProject, perUnit } from '../per-unit.js';
import { createSolver } from '../summaries/create-solver.js';
import type { Unit } from '../unit.js';
import { callGiven, callOf } from '../../syntax/call-around.js';
import { findCallers } from '../origins/find-callers.js';
import { isKeptOnce } from './is-kept-once.js';
import { isNamedForStart } from '../names/is-named-for-start.js';
import { isOfTest } from '../origins/is-of-test.js';
import { isProcessEnd } from '../origins/is-process-end.js';
import { neverEnds } from '../summaries/never-ends.js';
import { opensServer } from './opens-server.js';
import { runsAtOnce } from './runs-at-once.js';

/**
 * Whether a function runs before anybody is served, or where nobody is: it starts the program, by what it calls, because only
 * those call it that do, or by its name where nobody is seen to call it; or it is a test, a command or a migration.
 */
export function servesNobody(fn: ts.SignatureDeclaration, unit: Unit): boolean {
  return solverOf(unit)(fn);
}

const solverOf = perProject(unit =>
  createSolver<ts.SignatureDeclaration, boolean>({
    dependsOn: fn => callersOf(fn, unit),
    answer: (fn, isUndisturbed, together) =>
      startsAll(fn, unit) || isRunUndisturbed(fn, { isUndisturbed, together, unit }),
    assumed: true, // of functions that call each other: those decide that call one of them from outside
    isSame: Object.is,
  }),
);

/** Whether a function is known by itself to run undisturbed. */
const startsAll = perUnit(
  (fn: ts.SignatureDeclaration, unit): boolean =>
    isOfTest(fn.getSourceFile().fileName, unit) || isMethodOfUndisturbed(fn, unit) || opensServer(fn, unit),
);

/** What runs a function. */
type Runner =
  | 'undisturbed'
  | 'disturbed'
  /** Another function: as a part of itself, or by a timer, when it is over. */
  | { readonly fn: ts.SignatureDeclaration; readonly isLater: boolean };

/** An expression that stands for a function: what runs it by that, and the function that it stands in. */
interface Usage {
  readonly runner: Runner;
  readonly around: ts.SignatureDeclaration | undefined;
}

/** What runs a function as a callback, where it stands. */
const runnerInPlace = perUnit((fn: ts.SignatureDeclaration, unit): Runner => findRunner(fn, unit));

/** All that is seen to run a function by its name. */
interface Usages {
  readonly all: readonly Usage[];
  /** Whether nobody else can be seen to, so that these decide. */
  readonly areAll: boolean;
}

const readUsages = perUnit((fn: ts.SignatureDeclaration, unit): Usages => {
  const { areAll, uses } = findCallers(fn, unit);
  return { areAll, all: uses.map(use => readUsage(use, unit)) };
});

function readUsage(use: ts.Expression, unit: Unit): Usage {
  const around = classifySurroundings(use, unit.syntax);
  const call = callOf(use, unit.syntax);
  return {
    around: 'fn' in around ? around.fn : undefined,
    runner: !call ? findRunner(use, unit) : isKeptOnce(call, unit) ? 'undisturbed' : runnerOfPlace(call, false, unit),
  };
}

/** What runs a callback: what does the place it stands in, once and later, or somebody who sees to that. */
function findRunner(callback: ts.Node, unit: Unit): Runner {
  const { catalogue, facts, syntax } = unit;
  if (runsAtOnce(callback, unit)) return runnerOfPlace(callback, false, unit);
  const call = callGiven(callback, syntax);
  if (!call) return 'disturbed';
  const callee = facts.calleeOf(call);
  if (callee.kind === 'unknown') return 'disturbed';
  const isUndisturbed = callee.declarations.some(
    declared => isCallbackOf(declared, catalogue.undisturbed.callbacks) || isOneOf(declared, catalogue.routes.servers),
  );
  if (isUndisturbed || isProcessEnd(call, unit)) return 'undisturbed';
  return callee.declarations.some(declared => runsLater(declared, catalogue.callbacks))
    ? runnerOfPlace(call, true, unit)
    : 'disturbed';
}

/** What runs a place: the top level of a file, what makes an object, or a function. */
function runnerOfPlace(node: ts.Node, isLater: boolean, unit: Unit): Runner {
  const around = classifySurroundings(node, unit.syntax);
  if (around.kind === 'module') return 'undisturbed';
  if (around.kind === 'noAwait') return around.place === 'a parameter default' ? 'disturbed' : 'undisturbed';
  return { fn: around.fn, isLater };
}

function callersOf(fn: ts.SignatureDeclaration, unit: Unit): readonly ts.SignatureDeclaration[] {
  if (startsAll(fn, unit)) return [];
  const runners = [runnerInPlace(fn, unit), ...readUsages(fn, unit).all.map(({ runner }) => runner)];
  return runners.flatMap(runner => (typeof runner === 'string' ? [] : [runner.fn]));
}

/** What is known of the functions that run one. */
interface Running {
  readonly isUndisturbed: (fn: ts.SignatureDeclaration) => boolean;
  readonly together: ReadonlySet<ts.SignatureDeclaration>;
  readonly unit: Unit;
}

function isRunUndisturbed(fn: ts.SignatureDeclaration, { isUndisturbed, together, unit }: Running): boolean {
  if (runs(runnerInPlace(fn, unit))) return true;
  if (neverEnds(fn, unit)) return false;
  const { all, areAll } = readUsages(fn, unit);
  const isStart = isNamedForStart(nameFunction(fn, unit.syntax), unit) || (areAll && isRunFromOutside(together, unit));
  return isStart && all.every(({ runner }) => runs(runner));

  function runs(runner: Runner): boolean {
    if (typeof runner === 'string') return runner === 'undisturbed';
    return !(runner.isLater && together.has(runner.fn)) && isUndisturbed(runner.fn); // a timer that sets itself again disturbs others
  }
}

/** Whether somebody else runs one of some functions that run each other. */
const isRunFromOutside = perUnit((together: ReadonlySet<ts.SignatureDeclaration>, unit): boolean =>
  [...together].some(fn =>
    readUsages(fn, unit).all.some(({ around }) => around === undefined || !together.has(around)),
  ),
);

/** Whether a function is a method that a class or an object has of a type that runs commands or migrations. */
function isMethodOfUndisturbed(fn: ts.SignatureDeclaration, { catalogue, facts, syntax }: Unit): boolean {
  const method = syntax.isPropertyAssignment(fn.parent) ? fn.parent : fn;
  const name = textOfName(method.name, syntax);
  if (name === undefined) return false;
  const candidates = catalogue.undisturbed.methods.get(name);
  if (!candidates) return false;
  const types = typesNamedFor(method.parent, syntax).flatMap(expression => facts.typesOf(expression));
  return types.some(declared => candidates.some(one => isOwner(declared, one)));
}

/** What names the types of a class or an object that is written out: its heritage, or the variable it is given to. */
function typesNamedFor(owner: ts.Node, syntax: Syntax): readonly (ts.Expression | ts.ExpressionWithTypeArguments)[] {
  if (syntax.isClassLike(owner)) return (owner.heritageClauses ?? []).flatMap(clause => clause.types);
  const { parent: variable } = owner;
  return syntax.isObjectLiteralExpression(owner) &&
    syntax.isVariableDeclaration(variable) &&
    syntax.isIdentifier(variable.name)
    ? [variable.name]
    : [];
}

function isCallbackOf({ name, place }: Declared, callbacks: Unit['catalogue']['undisturbed']['callbacks']): boolean {
  const functions = place.from === 'package' ? callbacks.get(place.package) : undefined;
  return functions === 'all' || functions?.has(name) === true;
}

/** Whether a function runs its callback once, when what runs now is over. */
function runsLater(declared: Declared, callbacks: Unit['catalogue']['callbacks']): boolean {
  return findFacts(declared, callbacks).some(({ runs }) => runs === 'later');
}
