import type ts from 'typescript';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { textOfName } from '../../syntax/declared-names.js';
import { hasBody, type FunctionWithBody } from '../../syntax/has-body.js';
import type { Syntax } from '../../syntax/syntax.js';
import { unwrap } from '../../syntax/unwrap.js';
import { findConstant } from '../names/find-constant.js';
import { isTestBeside } from '../origins/is-of-test.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { findConstructions } from './find-constructions.js';

/** The functions of the project that a call may run. */
export interface Dispatch {
  /** In the order of files and text. */
  readonly functions: readonly FunctionWithBody[];
  /** The only one, or the one that the call means by its declaration: others may override it at most. */
  readonly certain: FunctionWithBody | undefined;
  /** Whether there are so many that nobody can say what the call does. */
  readonly isUnknown: boolean;
}

/** More functions than these say nothing of what the call does that may run any of them. */
const maximalFunctions = 50;

/**
 * Finds the functions that a call may run: what it names, implements that, or overrides it. Classes count of which the project
 * makes objects, or hands them to somebody who may; where there are none, all do. What is of tests counts for tests alone.
 */
export const readDispatch = perUnit((call: Candidate, unit): Dispatch => {
  const named = unit.facts.functionsOf(call);
  const functions = [
    ...new Set(isOnSuper(call, unit.syntax) ? named : named.flatMap(fn => [fn, ...findOverrides(fn, unit)])),
  ];
  const [only] = named.length === 1 ? named : [];
  if (functions.length <= 1) return { functions, certain: only, isUnknown: false };
  const file = call.getSourceFile().fileName;
  const maker = findMaker(call, unit);
  const made = someOrAll(functions, fn => maker !== undefined && ownerOf(fn, unit.syntax) === maker);
  const own = someOrAll(made, fn => !isTestBeside(fn.getSourceFile().fileName, file, unit));
  const reached = someOrAll(own, fn => isReached(fn, file, unit));
  const isUnknown = reached.length > maximalFunctions;
  return {
    functions: isUnknown ? [] : reached.toSorted(byPlace),
    certain: reached.length === 1 ? reached[0] : only,
    isUnknown,
  };
});

function someOrAll<One>(all: readonly One[], isMeant: (one: One) => boolean): readonly One[] {
  const some = all.filter(isMeant);
  return some.length > 0 ? some : all;
}

function byPlace(one: FunctionWithBody, other: FunctionWithBody): number {
  const [file, otherFile] = [one.getSourceFile().fileName, other.getSourceFile().fileName];
  return file === otherFile ? one.pos - other.pos : file < otherFile ? -1 : 1;
}

/** The object or the class that a method is called on, where that is written out: `new Store().save()`, or a constant that is one. */
function findMaker(call: Candidate, unit: Unit): ts.Node | undefined {
  const { facts, syntax } = unit;
  const callee = unwrap(calleeExpression(call), syntax);
  if (!syntax.isPropertyAccessExpression(callee)) return undefined;
  const receiver = unwrap(callee.expression, syntax);
  const made = (syntax.isIdentifier(receiver) ? findConstant(receiver, unit) : undefined) ?? receiver;
  if (syntax.isObjectLiteralExpression(made)) return made;
  if (!syntax.isNewExpression(made) || !syntax.isIdentifier(made.expression)) return undefined;
  return facts.declarationsOf(made.expression).find(declaration => syntax.isClassLike(declaration));
}

/** The class or the object that has a function as its member. */
function ownerOf(fn: FunctionWithBody, syntax: Syntax): ts.Node {
  const isValue = syntax.isPropertyDeclaration(fn.parent) || syntax.isPropertyAssignment(fn.parent);
  return isValue ? fn.parent.parent : fn.parent;
}

/** `super.save()` runs what it names, whatever overrides that. */
function isOnSuper(call: Candidate, syntax: Syntax): boolean {
  const callee = unwrap(calleeExpression(call), syntax);
  return syntax.isPropertyAccessExpression(callee) && callee.expression.kind === syntax.SyntaxKind.SuperKeyword;
}

/** A method of a class that has a name. */
interface Method {
  readonly name: string;
  readonly owner: ts.ClassLikeDeclaration;
}

function toMethod(fn: FunctionWithBody, syntax: Syntax): Method | undefined {
  const member = syntax.isPropertyDeclaration(fn.parent) ? fn.parent : fn;
  const name = textOfName(member.name, syntax);
  return name !== undefined && syntax.isClassLike(member.parent) ? { name, owner: member.parent } : undefined;
}

/** The methods that override one, in all classes that extend its own. */
const findOverrides = perUnit((fn: FunctionWithBody, unit): readonly FunctionWithBody[] => {
  const method = toMethod(fn, unit.syntax);
  if (!method) return [];
  const heirs = new Set(unit.facts.heirsOf(method.owner));
  for (const heir of heirs) for (const one of unit.facts.heirsOf(heir)) heirs.add(one);
  return [...heirs].flatMap(heir => findMember(heir, method.name, unit.syntax) ?? []);
});

/** The function that a class has by a name. */
function findMember({ members }: ts.ClassLikeDeclaration, name: string, syntax: Syntax): FunctionWithBody | undefined {
  for (const member of members) {
    if (textOfName(member.name, syntax) !== name) continue;
    const fn = syntax.isPropertyDeclaration(member) ? member.initializer : member;
    if (fn && syntax.isFunctionLike(fn) && hasBody(fn)) return fn;
  }
  return undefined;
}

/** Whether, seen from a file, objects may be made of the class that a method is of, or of one that inherits it; of anything else, always. */
function isReached(fn: FunctionWithBody, file: string, unit: Unit): boolean {
  const method = toMethod(fn, unit.syntax);
  return (
    !method ||
    findInheriting(fn, unit).some(owner => findConstructions(owner, unit).some(at => !isTestBeside(at, file, unit)))
  );
}

/** The class that a method is of, and all that have it from there. */
const findInheriting = perUnit((fn: FunctionWithBody, { facts, syntax }): readonly ts.ClassLikeDeclaration[] => {
  const method = toMethod(fn, syntax);
  if (!method) return [];
  const inheriting = new Set([method.owner]);
  for (const owner of inheriting)
    for (const heir of facts.heirsOf(owner)) if (!findMember(heir, method.name, syntax)) inheriting.add(heir);
  return [...inheriting];
});
