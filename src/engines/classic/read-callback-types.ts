import type ts from 'typescript';

/** How some type nodes are read. */
export interface TypeReader<Written> {
  /** How what an expression is can be called; undefined where that is not written down. */
  readonly signaturesOf: (expression: ts.Expression) => readonly ts.SignatureDeclaration[] | undefined;
  /** How what a type describes can be called; undefined where that is not written down. */
  readonly signaturesOfType: (type: ts.TypeNode) => readonly ts.SignatureDeclaration[] | undefined;
  /** Whether no function is of a type, since it has members that a function does not have. */
  readonly hasOtherMembers: (type: ts.TypeNode) => boolean;
  readonly ofType: (type: ts.TypeNode) => Written | undefined;
}

/** What a function's parameter is of which it says nothing itself: an index, or `this`. */
export type Parameter = number | 'this';

/**
 * Reads what a function's parameter is from what the function is given to: of `qb` in `knex.with('t', qb => qb.from('u'))`
 * the overloads of `with` that take a function say it. Undefined unless all of those that may be meant say the same.
 */
export function readCallbackType<Written>(
  compiler: typeof ts,
  fn: ts.ArrowFunction | ts.FunctionExpression,
  parameter: Parameter,
  { hasOtherMembers, ofType, signaturesOf, signaturesOfType }: TypeReader<Written>,
): readonly (Written | undefined)[] | undefined {
  const { SyntaxKind } = compiler;
  const found: (Written | undefined)[] = [];
  for (const type of typesTaken()) {
    const signatures = type && signaturesTaken(type);
    if (signatures) found.push(...signatures.map(ofSignature));
    else if (found.length === 0) return undefined; // it may well be the one that is meant, since it comes first
  }
  return found;

  /** What the call takes in the function's place, by each of its overloads with a place for all arguments; undefined where that is not known. */
  function typesTaken(): readonly (ts.TypeNode | undefined)[] {
    let argument: ts.Node = fn;
    while (compiler.isParenthesizedExpression(argument.parent)) argument = argument.parent;
    const { parent } = argument;
    if (compiler.isVariableDeclaration(parent) || compiler.isPropertyDeclaration(parent)) return [parent.type];
    if (!compiler.isCallExpression(parent)) return [undefined];
    const { arguments: given, expression } = parent;
    const index = given.findIndex(one => one === argument);
    if (index < 0 || given.slice(0, index).some(compiler.isSpreadElement)) return [undefined];
    return (signaturesOf(expression) ?? [undefined]).flatMap(signature => {
      if (!signature) return [undefined];
      const parameters = withoutThis(signature);
      return mayTake(parameters, given.length) ? [typeAt(parameters, index)] : [];
    });
  }

  function mayTake(parameters: readonly ts.ParameterDeclaration[], count: number): boolean {
    const required = parameters.filter(
      ({ dotDotDotToken, initializer, questionToken }) => !dotDotDotToken && !initializer && !questionToken,
    );
    return count >= required.length && (count <= parameters.length || parameters.at(-1)?.dotDotDotToken !== undefined);
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

  /** How a type can be called, if a function can be meant by it at all; undefined where that is not known. */
  function signaturesTaken(type: ts.TypeNode): readonly ts.SignatureDeclaration[] | undefined {
    if (compiler.isParenthesizedTypeNode(type)) return signaturesTaken(type.type);
    if (compiler.isUnionTypeNode(type)) {
      const parts = type.types.map(signaturesTaken);
      return parts.every(part => part !== undefined) ? parts.flat() : undefined;
    }
    if (neverFunctions.some(kind => type.kind === SyntaxKind[kind])) return [];
    const signatures = signaturesOfType(type);
    return signatures && (signatures.length > 0 || hasOtherMembers(type)) ? signatures : undefined;
  }

  function ofSignature(signature: ts.SignatureDeclaration): Written | undefined {
    const declared = parameter === 'this' ? signature.parameters.find(isThis) : withoutThis(signature)[parameter];
    return declared?.type && !declared.dotDotDotToken ? ofType(declared.type) : undefined;
  }

  function withoutThis({ parameters }: ts.SignatureDeclaration): readonly ts.ParameterDeclaration[] {
    return parameters.filter(one => !isThis(one));
  }

  function isThis({ name }: ts.ParameterDeclaration): boolean {
    return compiler.isIdentifier(name) && name.text === 'this';
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
