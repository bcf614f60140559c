import type ts from 'typescript';
import { calleeExpression, isReference, type Candidate } from '../../syntax/candidate.js';
import type { Callee, Declared, TypeFacts, UnknownReason, Yield } from '../type-facts.js';
import { isPassing } from '../../syntax/is-passing.js';
import { outermostOf, unwrap } from '../../syntax/unwrap.js';
import { createBuilderTest } from './create-builder-test.js';
import { createCallbackReader } from './create-callback-reader.js';
import { createYieldReader } from './create-yield-reader.js';
import { describeDeclarations } from './describe-declarations.js';
import type { FunctionFinder } from './find-functions.js';
import type { WrittenSymbols } from './written/find-written-symbols.js';
import { findMissingModules } from './find-missing-modules.js';
import type { PlaceSources } from './place-of-file.js';

type Signature = ts.SignatureDeclaration | ts.JSDocSignature;

/** What else answers are made of. */
interface FactSources extends PlaceSources {
  readonly written: WrittenSymbols;
  readonly functions: FunctionFinder;
}

/**
 * The analysis's questions, answered by the checker of a program, and by what is written down. Answers are remembered for as
 * long as these facts are.
 */
export function classicTypeFacts(compiler: typeof ts, { functions, written, ...from }: FactSources): TypeFacts {
  const { program } = from;
  const checker = program.getTypeChecker();
  const { TypeFlags } = compiler;
  const declarations = describeDeclarations(compiler, from);
  const { nameOf, namesOf, placeOf, toDeclared } = declarations;
  const { givesPromiseByType, yieldOfType } = createYieldReader(compiler, checker, declarations);
  const isBuilderType = createBuilderTest(checker, { ...declarations, yieldOfType });
  const callbackFormOfType = createCallbackReader(compiler, checker, declarations);

  return {
    callbackFormOf: expression => callbackFormOfType(checker.getTypeAtLocation(expression)),
    calleeOf,
    declarationsOf,
    functionsAt: functions.at,
    functionsOf: call => functions.at(calledBy(call)),
    heirsOf: functions.heirsOf,
    givesPromise,
    hasMember,
    isAwaitedAssignableTo,
    isBuilder: expression => isBuilderType(typeAt(expression)),
    isNever,
    isNothing,
    isWaitedForByCall,
    mayBeAbsent,
    mayBeNumber,
    memberOf,
    missingModules: imports => findMissingModules(imports, program),
    prepare: () => undefined, // every answer is one call away
    receiverTypesOf,
    typesOf,
    yieldOf,
  };

  function declarationsOfCallee(call: Candidate): readonly ts.Declaration[] {
    const name = calleeName(calledBy(call));
    return (name && written.symbolOf(name)?.declarations) ?? [];
  }

  /** What a call calls: `save` in `save.call(this)` and in `save.apply(this, [row])`, where these are what every function has. */
  function calledBy(call: Candidate): ts.Expression {
    const callee = calleeExpression(call);
    const at = unwrap(callee, compiler);
    if (!isPassing(at, compiler)) return callee;
    const { declarations = [] } = written.symbolOf(at.name) ?? {};
    return declarations.some(one => placeOf(one).from === 'lib') ? at.expression : callee;
  }

  function calleeOf(call: Candidate): Callee {
    const declarations = declarationsOfCallee(call);
    if (declarations.length > 0 && !declarations.some(mayHoldOthers)) {
      return { kind: 'declared', declarations: declarations.map(toDeclared) };
    }
    const expression = calledBy(call);
    const known = written.signaturesOf(expression);
    const signatures = known ?? signaturesAt(expression);
    if (!signatures) return { kind: 'unknown', why: whyAny(expression) };
    const isOne =
      known !== undefined || isReference(call) || expression !== calleeExpression(call) || areAlike(signatures);
    const signature = isOne ? signatures[0] : checker.getResolvedSignature(call)?.declaration;
    const named = declarations
      .map(toDeclared)
      .filter(({ owner, place }) => place.from !== 'file' || owner !== undefined);
    return {
      kind: 'declared',
      declarations: signature ? [toDeclaredMember(signature, expression), ...named] : declarations.map(toDeclared),
    };
  }

  /** How an expression can be called, by its type; undefined where that is `any`. */
  function signaturesAt(expression: ts.Expression): readonly (Signature | undefined)[] | undefined {
    const type = checker.getTypeAtLocation(expression);
    return (type.flags & TypeFlags.Any) === 0
      ? type.getCallSignatures().map(({ declaration }) => declaration)
      : undefined;
  }

  /** Whether it does not matter which of several signatures is called: to tell them apart, the checker looks into all arguments, bodies of functions included. */
  function areAlike([first, ...others]: readonly (Signature | undefined)[]): boolean {
    return first !== undefined && others.every(one => one?.parent === first.parent && nameIn(one) === nameIn(first));
  }

  function nameIn(declaration: ts.Declaration): string {
    return nameOf(compiler.getNameOfDeclaration(declaration));
  }

  /** A function's declaration; where it is a type without a name, as the members of a mapped type are, by the name it is called by. */
  function toDeclaredMember(signature: Signature, expression: ts.Expression): Declared {
    const declared = toDeclared(signature);
    const name = calleeName(expression);
    const isMember = name !== undefined && name !== unwrap(expression, compiler);
    return declared.name === '' && isMember ? { ...declared, name: nameOf(name) } : declared;
  }

  function memberOf(access: ts.PropertyAccessExpression): Callee {
    return { kind: 'declared', declarations: (written.symbolOf(access.name)?.declarations ?? []).map(toDeclared) };
  }

  /** The name whose symbol is the callee: an identifier, a property's name, or the text of `['name']`. */
  function calleeName(expression: ts.Expression): ts.Node | undefined {
    const callee = unwrap(expression, compiler);
    if (compiler.isIdentifier(callee)) return callee;
    if (compiler.isPropertyAccessExpression(callee)) return callee.name;
    return compiler.isElementAccessExpression(callee) && compiler.isStringLiteralLike(callee.argumentExpression)
      ? callee.argumentExpression
      : undefined;
  }

  /** Whether a declaration may hold a function made elsewhere, so that the call's signature says where it comes from: a variable, or a property of the project. */
  function mayHoldOthers(declaration: ts.Declaration): boolean {
    const isVariable =
      compiler.isVariableDeclaration(declaration) ||
      compiler.isParameter(declaration) ||
      compiler.isBindingElement(declaration);
    const isProperty =
      compiler.isPropertyDeclaration(declaration) ||
      compiler.isPropertySignature(declaration) ||
      compiler.isPropertyAssignment(declaration);
    return isVariable || (isProperty && placeOf(declaration).from === 'file');
  }

  function whyAny(expression: ts.Expression): UnknownReason {
    const at = unwrap(expression, compiler);
    if (isErrorType(checker.getTypeAtLocation(at))) return 'unresolvedImport';
    const hasObject =
      compiler.isPropertyAccessExpression(at) ||
      compiler.isElementAccessExpression(at) ||
      compiler.isCallExpression(at);
    return hasObject ? whyAny(at.expression) : 'any';
  }

  /** The checker's own mark on a type it could not resolve; no public question tells it from a written `any`. */
  function isErrorType(type: ts.Type): boolean {
    return 'intrinsicName' in type && type.intrinsicName === 'error';
  }

  function typesOf(expression: ts.Expression | ts.ExpressionWithTypeArguments): readonly Declared[] {
    const symbols = compiler.isExpressionWithTypeArguments(expression) ? undefined : written.typesOf(expression);
    return symbols
      ? symbols.flatMap(({ declarations: [first] = [] }) => (first ? [toDeclared(first)] : []))
      : namesOf(checker.getTypeAtLocation(expression));
  }

  function receiverTypesOf(call: Candidate): readonly Declared[] {
    const callee = unwrap(calledBy(call), compiler);
    return compiler.isPropertyAccessExpression(callee) || compiler.isElementAccessExpression(callee)
      ? typesOf(callee.expression)
      : [];
  }

  function yieldOf(expression: ts.Expression): Yield {
    return yieldOfType(typeAt(expression));
  }

  /** The type of an expression, without its type arguments where it is written down. */
  function typeAt(expression: ts.Expression): ts.Type {
    const symbol = written.typeOf(expression);
    return symbol ? checker.getDeclaredTypeOfSymbol(symbol) : checker.getTypeAtLocation(expression);
  }

  function isNothing(expression: ts.Expression): boolean {
    return (checker.getTypeAtLocation(expression).flags & (TypeFlags.Void | TypeFlags.Undefined)) !== 0;
  }

  function isNever(expression: ts.Expression): boolean {
    return (checker.getTypeAtLocation(expression).flags & TypeFlags.Never) !== 0;
  }

  function givesPromise(expression: ts.Expression): boolean {
    return givesPromiseByType(checker.getTypeAtLocation(expression));
  }

  function isWaitedForByCall(callback: ts.Expression): boolean {
    const argument = outermostOf(callback, compiler);
    const call = argument.parent;
    if (!compiler.isCallExpression(call) || !['promise', 'thenable'].includes(yieldOf(call))) return false;
    const declared = checker.getResolvedSignature(call)?.declaration?.parameters[call.arguments.indexOf(argument)];
    return declared !== undefined && givesPromiseByType(checker.getTypeAtLocation(declared));
  }

  function mayBeNumber(expression: ts.Expression): boolean {
    return mayBeNumberType(checker.getTypeAtLocation(expression));
  }

  function mayBeNumberType(type: ts.Type): boolean {
    if (type.isUnion()) return type.types.some(mayBeNumberType);
    const constrained = checker.getBaseConstraintOfType(type);
    if (constrained && constrained !== type) return mayBeNumberType(constrained);
    return (type.flags & (TypeFlags.Any | TypeFlags.Unknown | TypeFlags.NumberLike)) !== 0;
  }

  function hasMember(expression: ts.Expression, name: string): boolean {
    const type = checker.getTypeAtLocation(expression);
    const parts = (type.isUnion() ? type.types : [type]).filter(
      part => (part.flags & (TypeFlags.Null | TypeFlags.Undefined)) === 0,
    );
    return parts.length > 0 && parts.every(part => part.getProperty(name) !== undefined);
  }

  function mayBeAbsent(expression: ts.Expression): boolean {
    const type = checker.getTypeAtLocation(expression);
    const parts = type.isUnion() ? type.types : [type];
    return parts.some(part => !['promise', 'thenable'].includes(yieldOfType(part)));
  }

  function declarationsOf(identifier: ts.Identifier | ts.PrivateIdentifier): readonly ts.Node[] {
    const symbol = compiler.isShorthandPropertyAssignment(identifier.parent)
      ? checker.getShorthandAssignmentValueSymbol(identifier.parent)
      : checker.getSymbolAtLocation(identifier);
    return symbol?.declarations ?? [];
  }

  function isAwaitedAssignableTo(expression: ts.Expression, annotation: ts.TypeNode): boolean {
    const awaited = checker.getAwaitedType(checker.getTypeAtLocation(expression));
    return awaited !== undefined && checker.isTypeAssignableTo(awaited, checker.getTypeFromTypeNode(annotation));
  }
}
