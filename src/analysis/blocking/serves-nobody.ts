import type ts from 'typescript';
import { hasEndlessLoop } from '../origins/has-endless-loop.js';
import { findFacts, isOfPackage, isOneOf, isOwner } from '../origins/match-methods.js';
import { classifySurroundings } from '../../syntax/classify-surroundings.js';
import { textOfName } from '../../syntax/declared-names.js';
import { nameFunction } from '../../syntax/name-function.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { Declared } from '../../engines/type-facts.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { callGiven, callOf } from '../../syntax/call-around.js';
import { findCallers } from '../origins/find-callers.js';
import { isKeptOnce } from './is-kept-once.js';
import { isOfTest } from '../origins/is-of-test.js';
import { opensServer } from './opens-server.js';
import { runsAtOnce } from './runs-at-once.js';

/** A bound on how many callers stand between a function and the start. */
const maximalDepth = 8;

/**
 * Whether a function runs before anybody is served, or where nobody is: it starts the program, by its name, by what it calls
 * or because only those call it that do; or it is a test, a command or a migration. Remembers what it answered.
 */
export const servesNobody = perUnit((fn: ts.SignatureDeclaration, unit): boolean => createWalk(unit)(fn));

/** Makes a walk from a function to those that call it. */
function createWalk(unit: Unit): (fn: ts.SignatureDeclaration) => boolean {
  const { catalogue, facts, syntax } = unit;
  const path: ts.SignatureDeclaration[] = [];
  return isUndisturbed;

  function isUndisturbed(fn: ts.SignatureDeclaration): boolean {
    if (path.length === maximalDepth) return false;
    if (
      isOfTest(fn.getSourceFile().fileName) ||
      isStarter(nameFunction(fn, syntax)) ||
      isMethodOfUndisturbed(fn, unit) ||
      opensServer(fn, unit)
    )
      return true;
    path.push(fn);
    const answer = isGivenToUndisturbed(fn) || isCalledUndisturbed(fn);
    path.pop();
    return answer;
  }

  function isCalledUndisturbed(fn: ts.SignatureDeclaration): boolean {
    const { areAll, uses } = findCallers(fn, unit);
    return (
      areAll &&
      uses.some(use => !isOnPath(use)) &&
      !hasEndlessLoop(fn, unit) &&
      uses.every(use => isUsedUndisturbed(use))
    );
  }

  function isUsedUndisturbed(use: ts.Expression): boolean {
    const call = callOf(use, syntax);
    if (!call) return isGivenToUndisturbed(use);
    return isKeptOnce(call, unit) || isPlaceUndisturbed(call);
  }

  /** Whether a callback runs undisturbed: as a part of what does, once and later, or by somebody who sees to that. */
  function isGivenToUndisturbed(callback: ts.Node): boolean {
    if (runsAtOnce(callback, unit)) return isPlaceUndisturbed(callback);
    const call = callGiven(callback, syntax);
    if (!call) return false;
    const callee = facts.calleeOf(call);
    if (callee.kind === 'unknown') return false;
    const { callbacks } = catalogue.undisturbed;
    return callee.declarations.some(
      declared =>
        isCallbackOf(declared, callbacks) ||
        isOneOf(declared, catalogue.routes.servers) ||
        endsProgram(declared, call, unit) ||
        (runsLater(declared, catalogue.callbacks) && !isOnPath(call) && isPlaceUndisturbed(call)), // on the path it is a timer that sets itself again
    );
  }

  /** Whether a place is reached undisturbed: the top level of a file, what makes an object, or a function that is. */
  function isPlaceUndisturbed(node: ts.Node): boolean {
    const around = classifySurroundings(node, syntax);
    if (around.kind === 'module') return true;
    if (around.kind === 'noAwait') return around.place !== 'a default value of a parameter';
    return path.includes(around.fn) || isUndisturbed(around.fn);
  }

  function isOnPath(node: ts.Node): boolean {
    const around = classifySurroundings(node, syntax);
    return 'fn' in around && path.includes(around.fn);
  }
}

function isStarter(name: string): boolean {
  return /(?:^|\.)(?:beforeApplicationShutdown|bootstrap|init|initiali[sz]e|main|on(?:Module|Application)(?:Init|Bootstrap|Destroy|Shutdown)|start)$/.test(
    name,
  );
}

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

/** Whether a call is one of `process.on` for a signal or the end of the process. */
function endsProgram(declared: Declared, call: ts.CallExpression, { syntax }: Unit): boolean {
  const [event] = call.arguments;
  const isOfProcess =
    declared.owner === 'Process' &&
    isOfPackage(declared, ['node']) &&
    (declared.name === 'on' || declared.name === 'once');
  return (
    isOfProcess &&
    event !== undefined &&
    syntax.isStringLiteralLike(event) &&
    /^(?:SIG[A-Z\d]+|beforeExit|exit)$/.test(event.text)
  );
}
