import type ts from 'typescript';
import { isThisParameter } from '../../../syntax/is-this-parameter.js';

/** How some nodes are read. */
export interface CallbackReader<Written> {
  /** How what an expression is can be called; undefined where that is not written down. */
  readonly signaturesOf: (expression: ts.Expression) => readonly ts.SignatureDeclaration[] | undefined;
  /** How what a type describes can be called; undefined where that is not written down. */
  readonly signaturesOfType: (type: ts.TypeNode) => readonly ts.SignatureDeclaration[] | undefined;
  /** Whether no function, or no string, is of a type, since it has members that these do not have. */
  readonly hasOtherMembers: (type: ts.TypeNode, than: object) => boolean;
  /** The type that a name stands for; undefined where that is no other type. */
  readonly meantBy: (type: ts.TypeNode) => ts.TypeNode | undefined;
  readonly ofType: (type: ts.TypeNode) => Written | undefined;
}

/** What a function's parameter is of which it says nothing itself: an index, or `this`. */
export type Parameter = number | 'this';

/** A function that is written where it is used. */
export type Callback = ts.ArrowFunction | ts.FunctionExpression;

/**
 * Reads what a function's parameter is from what the function is given to: `qb` in `knex.with('t', qb => qb.from('u'))` is what
 * those overloads of `with` say that take a function there. Gives what each of them says that may be meant; undefined where
 * that is not known.
 */
export function readCallbackType<Written>(
  compiler: typeof ts,
  fn: Callback,
  parameter: Parameter,
  { hasOtherMembers, meantBy, ofType, signaturesOf, signaturesOfType }: CallbackReader<Written>,
): readonly (Written | undefined)[] | undefined {
  const { SyntaxKind } = compiler;
  const found: (Written | undefined)[] = [];
  for (const type of typesTaken()) {
    const signatures = type && signaturesTaken(type);
    if (!signatures) return undefined;
    const fitting = signatures.filter(hasPlaceForAll);
    found.push(...fitting.map(ofSignature));
    if (fitting.length > 0 && fitting.every(takesAnyResult)) return found;
  }
  return found;

  /** What is taken in the function's place: by a variable, or by each overload that may be called; undefined where that is not known. */
  function typesTaken(): readonly (ts.TypeNode | undefined)[] {
    let argument: ts.Node = fn;
    while (compiler.isParenthesizedExpression(argument.parent)) argument = argument.parent;
    const { parent } = argument;
    if (compiler.isVariableDeclaration(parent) || compiler.isPropertyDeclaration(parent)) return [parent.type];
    if (!compiler.isCallExpression(parent)) return [];
    const { arguments: given, expression } = parent;
    const index = given.findIndex(one => one === argument);
    if (index < 0 || given.some(compiler.isSpreadElement)) return [];
    return (signaturesOf(expression) ?? []).flatMap(signature => {
      const parameters = withoutThis(signature);
      return hasPlace(parameters, given.length) && given.every((one, at) => mayTake(typeAt(parameters, at), one))
        ? [typeAt(parameters, index)]
        : [];
    });
  }

  function hasPlace(parameters: readonly ts.ParameterDeclaration[], count: number): boolean {
    const required = parameters.filter(
      ({ dotDotDotToken, initializer, questionToken }) => !dotDotDotToken && !initializer && !questionToken,
    );
    return count >= required.length && (count <= parameters.length || parameters.at(-1)?.dotDotDotToken !== undefined);
  }

  /** Whether an argument may be of a type, as far as what is written in both says. */
  function mayTake(type: ts.TypeNode | undefined, argument: ts.Expression): boolean {
    if (!type || !(compiler.isStringLiteralLike(argument) || compiler.isTemplateExpression(argument))) return true;
    const parts = partsOf(type);
    if (parts.length > 1) return parts.some(part => mayTake(part, argument));
    return (signaturesOfType(type) ?? []).length === 0 && !hasOtherMembers(type, String.prototype);
  }

  /** The types of which one will do, also of a union that has a name. */
  function partsOf(type: ts.TypeNode, seen: readonly ts.TypeNode[] = []): readonly ts.TypeNode[] {
    if (compiler.isParenthesizedTypeNode(type)) return partsOf(type.type, seen);
    if (compiler.isUnionTypeNode(type)) return type.types.flatMap(part => partsOf(part, seen));
    const meant = meantBy(type);
    return meant && compiler.isUnionTypeNode(meant) && !seen.includes(meant)
      ? partsOf(meant, [...seen, meant])
      : [type];
  }

  function typeAt(parameters: readonly ts.ParameterDeclaration[], index: number): ts.TypeNode | undefined {
    const taken = parameters[index] ?? parameters.at(-1);
    return taken?.dotDotDotToken ? elementOf(taken.type) : taken?.type;
  }

  /** What an array is declared to hold. */
  function elementOf(type: ts.TypeNode | undefined): ts.TypeNode | undefined {
    if (type && compiler.isArrayTypeNode(type)) return type.elementType;
    return type && compiler.isTypeReferenceNode(type) && /^(?:Readonly)?Array$/.test(type.typeName.getText())
      ? type.typeArguments?.[0]
      : undefined;
  }

  /** How what is of a type can be called, if a function can be of it at all; undefined where that is not known. */
  function signaturesTaken(type: ts.TypeNode): readonly ts.SignatureDeclaration[] | undefined {
    const parts = partsOf(type);
    if (parts.length > 1) {
      const ofParts = parts.map(signaturesTaken);
      return ofParts.every(part => part !== undefined) ? ofParts.flat() : undefined;
    }
    if (neverFunctions.some(kind => type.kind === SyntaxKind[kind])) return [];
    const signatures = signaturesOfType(type);
    return signatures && (signatures.length > 0 || hasOtherMembers(type, Function.prototype)) ? signatures : undefined;
  }

  /** Whether a function of a signature is given whatever this one takes. */
  function hasPlaceForAll(signature: ts.SignatureDeclaration): boolean {
    const parameters = withoutThis(signature);
    return withoutThis(fn).length <= parameters.length || parameters.at(-1)?.dotDotDotToken !== undefined;
  }

  /** Whether a function may give whatever it likes, so that no other overload can be meant. */
  function takesAnyResult({ type }: ts.SignatureDeclaration): boolean {
    const parts = type && compiler.isUnionTypeNode(type) ? type.types : [type];
    return parts.some(
      part =>
        part?.kind === SyntaxKind.VoidKeyword ||
        part?.kind === SyntaxKind.AnyKeyword ||
        part?.kind === SyntaxKind.UnknownKeyword,
    );
  }

  function ofSignature(signature: ts.SignatureDeclaration): Written | undefined {
    const declared =
      parameter === 'this'
        ? signature.parameters.find(one => isThisParameter(one, compiler))
        : withoutThis(signature)[parameter];
    return declared?.type && !declared.dotDotDotToken ? ofType(declared.type) : undefined;
  }

  function withoutThis({ parameters }: ts.SignatureDeclaration): readonly ts.ParameterDeclaration[] {
    return parameters.filter(one => !isThisParameter(one, compiler));
  }
}

/** Types of which no function is. */
const neverFunctions = [
  'ArrayType',
  'BigIntKeyword',
  'BooleanKeyword',
  'LiteralType',
  'NeverKeyword',
  'NumberKeyword',
  'StringKeyword',
  'SymbolKeyword',
  'TemplateLiteralType',
  'TupleType',
  'UndefinedKeyword',
] as const;
