import type ts from 'typescript';
import type { DeclarationFacts, Member, ResultKind } from '../declaration-facts.js';

/** What is asked of declarations, answered by the checker of `program`. */
export function classicDeclarationFacts(compiler: typeof ts, program: ts.Program): DeclarationFacts {
  const checker = program.getTypeChecker();
  const { SymbolFlags, TypeFlags } = compiler;

  return {
    behind,
    resultOf,
    kindOfWritten: type => kindOf(checker.getTypeFromTypeNode(type)),
    resultsOfWritten: type => resultsOf(checker.getTypeFromTypeNode(type).getCallSignatures()),
    takesPromise,
    declarationsOfMember: (name, owner) => checker.getTypeAtLocation(owner).getProperty(name)?.declarations ?? [],
    inheritedMembers: (name, base) => membersOf(name, checker.getTypeAtLocation(base)),
    expectedMembers: (name, value) => membersOf(name, checker.getContextualType(value)),
    isHeldByAnyName,
    isAny: expression => (checker.getTypeAtLocation(expression).flags & TypeFlags.Any) !== 0,
    mayStandFor: (given, expected) =>
      checker.isTypeAssignableTo(checker.getTypeAtLocation(given), checker.getTypeAtLocation(expected)),
  };

  function behind(name: ts.Node): readonly ts.Declaration[] {
    const symbol =
      compiler.isShorthandPropertyAssignment(name.parent) && name.parent.name === name
        ? checker.getShorthandAssignmentValueSymbol(name.parent)
        : checker.getSymbolAtLocation(name);
    const isAlias = symbol !== undefined && (symbol.flags & SymbolFlags.Alias) !== 0;
    return (isAlias ? checker.getAliasedSymbol(symbol) : symbol)?.declarations ?? [];
  }

  function resultOf(fn: ts.SignatureDeclaration): ResultKind | undefined {
    const result = checker.getSignatureFromDeclaration(fn)?.getReturnType();
    return result && kindOf(result);
  }

  function takesPromise(fn: ts.Expression): boolean {
    const parameters = compiler.isFunctionLike(fn) ? fn.parameters.length : 0;
    return signaturesOf(checker.getContextualType(fn)).some(
      signature => signature.getParameters().length >= parameters && kindOf(signature.getReturnType()) !== 'value',
    );
  }

  function isHeldByAnyName(name: string, object: ts.Expression): boolean {
    return partsOf(checker.getContextualType(object)).some(type => {
      const held = type.getProperty(name) ? undefined : type.getStringIndexType();
      return held !== undefined && resultsOf(held.getCallSignatures()).every(result => result === 'value');
    });
  }

  function membersOf(name: string, type: ts.Type | undefined): readonly Member[] {
    return partsOf(type).flatMap(part => {
      const member = part.getProperty(name);
      return member ? [toMember(member)] : [];
    });
  }

  function toMember(member: ts.Symbol): Member {
    const signatures = signaturesOf(checker.getTypeOfSymbol(member));
    const declarations = member.declarations ?? [];
    return {
      declarations,
      results: resultsOf(signatures),
      isWrittenThere: declarations.some(declaration => signatures.length === 0 || isWrittenAt(declaration, signatures)),
    };
  }

  function isWrittenAt(declaration: ts.Declaration, signatures: readonly ts.Signature[]): boolean {
    const written = signaturesOf(checker.getTypeAtLocation(declaration)).map(signature => signature.declaration);
    return signatures.some(signature => written.includes(signature.declaration));
  }

  /** The signatures by which a value can be called; an optional one is a union with `undefined`. */
  function signaturesOf(type: ts.Type | undefined): readonly ts.Signature[] {
    return partsOf(type).flatMap(part => part.getCallSignatures());
  }

  function resultsOf(signatures: readonly ts.Signature[]): readonly ResultKind[] {
    return signatures.map(signature => kindOf(signature.getReturnType()));
  }

  function partsOf(type: ts.Type | undefined): readonly ts.Type[] {
    if (!type) return [];
    return type.isUnion() ? type.types : [type];
  }

  function kindOf(type: ts.Type): ResultKind {
    const parts = partsOf(type);
    const promises = parts.filter(isGlobalPromise);
    if (promises.length === parts.length) return 'promise';
    if (parts.some(part => !promises.includes(part) && isThenable(part))) return 'query';
    return promises.length > 0 ? 'mixed' : 'value';
  }

  function isGlobalPromise(type: ts.Type): boolean {
    const symbol = type.getSymbol();
    const isOfLanguage = symbol?.declarations?.some(declaration =>
      program.isSourceFileDefaultLibrary(declaration.getSourceFile()),
    );
    return symbol?.name === 'Promise' && isOfLanguage === true;
  }

  function isThenable(type: ts.Type): boolean {
    if ((type.flags & (TypeFlags.Any | TypeFlags.Unknown)) !== 0) return false;
    const then = type.getProperty('then');
    return then !== undefined && checker.getTypeOfSymbol(then).getCallSignatures().length > 0;
  }
}
