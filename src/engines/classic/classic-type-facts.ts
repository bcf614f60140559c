import type ts from 'typescript';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import type { Callee, Declared, Place, TypeFacts, UnknownReason, Yield } from '../type-facts.js';
import { callSignature } from '../../syntax/declared-names.js';
import { type FunctionWithBody } from '../../syntax/has-body.js';
import { textOfName } from '../../syntax/declared-names.js';
import { outermostOf, unwrap } from '../../syntax/unwrap.js';
import { createBuilderTest } from './create-builder-test.js';
import { createCallbackReader } from './create-callback-reader.js';
import { createFunctionFinder } from './find-functions.js';
import { createWrittenSymbols } from './written/find-written-symbols.js';
import { findMissingModules } from './find-missing-modules.js';
import type { ProjectFiles } from '../../project-index/project-files.js';
import type { ProjectIndex } from '../../project-index/project-index.js';
import { placeOfFile } from './place-of-file.js';

/** What is known of the trees of a program. */
interface Trees {
  readonly files: ProjectFiles;
  readonly index: ProjectIndex;
}

/**
 * The analysis's questions, answered by the checker of `program`, with what `index` says of its trees. Answers are remembered
 * for as long as these facts are.
 */
export function classicTypeFacts(compiler: typeof ts, program: ts.Program, { files, index }: Trees): TypeFacts {
  const checker = program.getTypeChecker();
  const { TypeFlags } = compiler;
  const yields = new WeakMap<ts.Type, Yield>();
  const typeNames = new WeakMap<ts.Type, readonly Declared[]>();
  const places = new WeakMap<ts.SourceFile, Place>();

  const written = createWrittenSymbols(compiler, program, index);
  const findFunctions = createFunctionFinder(compiler, program, { files, index, written });
  const isBuilderType = createBuilderTest(checker, { heritageOf, placeOf, yieldOfType });
  const callbackFormOfType = createCallbackReader(compiler, checker, { isDeclaredInLib, namesOf });

  return {
    callbackFormOf: expression => callbackFormOfType(checker.getTypeAtLocation(expression)),
    calleeOf,
    declarationsOf,
    functionsAt: findFunctions,
    functionsOf,
    givesPromise,
    hasMember,
    isAwaitedAssignableTo,
    isBuilder: expression => isBuilderType(typeAt(expression)),
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

  function functionsOf(call: Candidate): readonly FunctionWithBody[] {
    return findFunctions(calleeExpression(call));
  }

  function declarationsOfCallee(call: Candidate): readonly ts.Declaration[] {
    const name = calleeName(calleeExpression(call));
    return (name && written.symbolOf(name)?.declarations) ?? [];
  }

  function calleeOf(call: Candidate): Callee {
    const declarations = declarationsOfCallee(call);
    if (declarations.length > 0 && !declarations.some(mayHoldOthers)) {
      return { kind: 'declared', declarations: declarations.map(toDeclared) };
    }
    const expression = calleeExpression(call);
    const signatures = written.signaturesOf(expression);
    if (!signatures && (checker.getTypeAtLocation(expression).flags & TypeFlags.Any) !== 0)
      return { kind: 'unknown', why: whyAny(expression) };
    const signature = signatures ? signatures[0] : checker.getResolvedSignature(call)?.declaration;
    const named = declarations
      .map(toDeclared)
      .filter(({ owner, place }) => place.from !== 'file' || owner !== undefined);
    return {
      kind: 'declared',
      declarations: signature ? [toDeclaredMember(signature, expression), ...named] : declarations.map(toDeclared),
    };
  }

  /** A function's declaration; where it is a type without a name, as the members of a mapped type are, by the name it is called by. */
  function toDeclaredMember(
    signature: ts.SignatureDeclaration | ts.JSDocSignature,
    expression: ts.Expression,
  ): Declared {
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

  function toDeclared(declaration: ts.Declaration): Declared {
    return {
      name: compiler.isCallSignatureDeclaration(declaration)
        ? callSignature
        : nameOf(compiler.getNameOfDeclaration(declaration)),
      owner: compiler.isSourceFile(declaration) ? undefined : ownerOf(declaration.parent)?.name?.text, // a namespace import is a file
      place: placeOf(declaration),
    };
  }

  /** A name as it is called by, without quotes; one that is computed, as it is written. */
  function nameOf(name: ts.Node | undefined): string {
    return textOfName(name, compiler) ?? name?.getText() ?? '';
  }

  /** The class, interface or alias whose body a member stands in. */
  function ownerOf(
    body: ts.Node,
  ): ts.ClassLikeDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration | undefined {
    if (compiler.isClassLike(body) || compiler.isInterfaceDeclaration(body) || compiler.isTypeAliasDeclaration(body))
      return body;
    return compiler.isTypeNode(body) ? ownerOf(body.parent) : undefined;
  }

  function placeOf(declaration: ts.Declaration): Place {
    const sourceFile = declaration.getSourceFile();
    let place = places.get(sourceFile);
    if (!place) places.set(sourceFile, (place = placeOfFile(sourceFile, program)));
    return place;
  }

  function typesOf(expression: ts.Expression | ts.ExpressionWithTypeArguments): readonly Declared[] {
    const symbols = compiler.isExpressionWithTypeArguments(expression) ? undefined : written.typesOf(expression);
    return symbols
      ? symbols.flatMap(({ declarations: [first] = [] }) => (first ? [toDeclared(first)] : []))
      : namesOf(checker.getTypeAtLocation(expression));
  }

  function receiverTypesOf(call: Candidate): readonly Declared[] {
    const callee = unwrap(calleeExpression(call), compiler);
    return compiler.isPropertyAccessExpression(callee) || compiler.isElementAccessExpression(callee)
      ? typesOf(callee.expression)
      : [];
  }

  /** The names of a type: its own and its alias's, those of its parts, of its constraint, and of all it extends or implements. */
  function namesOf(type: ts.Type): readonly Declared[] {
    let names = typeNames.get(type);
    if (!names) {
      const found = new Map<ts.Symbol, Declared>();
      collectNames(type, found, new Set());
      typeNames.set(type, (names = [...found.values()]));
    }
    return names;
  }

  function collectNames(type: ts.Type, found: Map<ts.Symbol, Declared>, seen: Set<ts.Type>): void {
    if (seen.has(type)) return;
    seen.add(type);
    const constrained = checker.getBaseConstraintOfType(type);
    if (constrained && constrained !== type) collectNames(constrained, found, seen);
    for (const symbol of [type.aliasSymbol, type.getSymbol()]) {
      const declaration = symbol?.declarations?.[0];
      if (symbol && declaration) found.set(symbol, toDeclared(declaration));
    }
    if (type.isUnionOrIntersection()) {
      for (const part of type.types) collectNames(part, found, seen);
    }
    for (const base of heritageOf(type)) collectNames(base, found, seen);
  }

  /** What a class or interface extends and implements; for the static side of a class, what the class itself does. */
  function heritageOf(type: ts.Type): readonly ts.Type[] {
    const declarations = type.getSymbol()?.declarations ?? [];
    return declarations
      .filter(declaration => compiler.isClassLike(declaration) || compiler.isInterfaceDeclaration(declaration))
      .flatMap(declaration => declaration.heritageClauses ?? [])
      .flatMap(clause => clause.types)
      .map(base => checker.getTypeAtLocation(base));
  }

  function yieldOf(expression: ts.Expression): Yield {
    return yieldOfType(typeAt(expression));
  }

  /** The type of an expression, without its type arguments where it is written down. */
  function typeAt(expression: ts.Expression): ts.Type {
    const symbol = written.typeOf(expression);
    return symbol ? checker.getDeclaredTypeOfSymbol(symbol) : checker.getTypeAtLocation(expression);
  }

  function yieldOfType(type: ts.Type): Yield {
    let answer = yields.get(type);
    if (!answer) {
      yields.set(type, 'value'); // ends the climb of a type that is constrained by itself
      yields.set(type, (answer = classifyYield(type)));
    }
    return answer;
  }

  function classifyYield(type: ts.Type): Yield {
    if ((type.flags & (TypeFlags.Any | TypeFlags.Unknown)) !== 0) return 'unknown';
    if (type.isUnion()) return strongest(type.types.map(yieldOfType));
    if (type.isIntersection()) {
      const parts = type.types.map(yieldOfType);
      if (parts.includes('promise')) return strongest(parts);
    }
    const constrained = checker.getBaseConstraintOfType(type);
    if (constrained && constrained !== type) return yieldOfType(constrained);
    if (isGlobalPromise(type)) return 'promise';
    return isThenable(type) ? 'thenable' : 'value';
  }

  function strongest(parts: readonly Yield[]): Yield {
    return (['thenable', 'promise', 'unknown'] as const).find(one => parts.includes(one)) ?? 'value';
  }

  function isGlobalPromise(type: ts.Type): boolean {
    return isDeclaredInLib(type, 'Promise');
  }

  function isDeclaredInLib(type: ts.Type, name: string): boolean {
    const symbol = type.getSymbol();
    return (
      symbol?.name === name && (symbol.declarations ?? []).some(declaration => placeOf(declaration).from === 'lib')
    );
  }

  /** Whether `await` waits for the type: its `then` can be called with a callback. */
  function isThenable(type: ts.Type): boolean {
    const then = type.getProperty('then');
    if (!then) return false;
    const signatures = checker.getTypeOfSymbol(then).getCallSignatures();
    return signatures.some(signature => {
      const [callback] = signature.getParameters();
      return callback !== undefined && isCallable(checker.getTypeOfSymbol(callback));
    });
  }

  function isCallable(type: ts.Type): boolean {
    return type.isUnion() ? type.types.some(isCallable) : type.getCallSignatures().length > 0;
  }

  function isNothing(expression: ts.Expression): boolean {
    return (checker.getTypeAtLocation(expression).flags & (TypeFlags.Void | TypeFlags.Undefined)) !== 0;
  }

  function givesPromise(expression: ts.Expression): boolean {
    return givesPromiseByType(checker.getTypeAtLocation(expression));
  }

  function givesPromiseByType(type: ts.Type): boolean {
    if (type.isUnion()) return type.types.some(givesPromiseByType);
    return type
      .getCallSignatures()
      .some(signature => ['promise', 'thenable'].includes(yieldOfType(signature.getReturnType())));
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
