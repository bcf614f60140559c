import type ts from 'typescript';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { unwrap } from '../../syntax/unwrap.js';
import { defaultName } from '../../syntax/declared-names.js';
import { admitsPromise, resultOf } from './classify-result.js';
import { isFunctionWithBody } from './find-obstacle.js';
import { followOwner } from './follow-owner.js';
import { followReferences } from './follow-references.js';
import { followRelatives } from './follow-relatives.js';
import { refuse, type Steps } from './step.js';
import { declarationsOf } from './symbols.js';
import type { Tracing } from './tracing.js';

/**
 * What follows when that which is known by a declaration gives a promise: what is declared there becomes async or is declared
 * to give a promise; what declares, implements or overrides the same does so too; and all that refers to it is looked at.
 */
export function* followDeclaration(declaration: ts.Declaration, tracing: Tracing): Steps {
  const name = nameOf(declaration, tracing);
  if (name === undefined)
    return yield refuse(
      `what is declared at ${tracing.locate(declaration)} has no name that its callers can be found by`,
    );
  const own = tracing.compiler.isShorthandPropertyAssignment(declaration)
    ? [declaration]
    : allDeclarations(declaration, tracing);
  for (const one of own) {
    yield* followOwn(one, tracing);
    const outsider = tracing.findOutsider(one, name);
    if (outsider !== undefined) return yield refuse(outsider);
  }
  yield* followRelatives({ declarations: own, name }, tracing);
  yield* followOwner({ declarations: own, name }, tracing);
  yield* followReferences({ declarations: own, name }, tracing);
}

/** The name by which others refer to a declaration. */
function nameOf(declaration: ts.Declaration, { compiler }: Tracing): string | undefined {
  if (compiler.isExportAssignment(declaration)) return defaultName;
  const name = compiler.getNameOfDeclaration(declaration);
  if (!name) return compiler.isFunctionDeclaration(declaration) ? defaultName : undefined;
  return compiler.isIdentifier(name) || compiler.isPrivateIdentifier(name) || compiler.isStringLiteralLike(name)
    ? name.text
    : undefined;
}

/** A declaration with its overloads and whatever else is merged with it. */
function allDeclarations(declaration: ts.Declaration, tracing: Tracing): readonly ts.Declaration[] {
  const name = tracing.compiler.getNameOfDeclaration(declaration);
  const all = name ? declarationsOf(name, tracing) : [];
  return all.includes(declaration) ? all : [declaration];
}

/** What follows for a declaration itself. */
function* followOwn(declaration: ts.Declaration, tracing: Tracing): Steps {
  const { compiler } = tracing;
  if (isFunctionWithBody(declaration, compiler)) return yield* followImplementation(declaration, tracing);
  if (compiler.isAccessor(declaration))
    return yield refuse(`an accessor at ${tracing.locate(declaration)} stands for it`);
  if (compiler.isFunctionLike(declaration)) return yield* followSignature(declaration, tracing);
  if (compiler.isPropertyDeclaration(declaration) && compiler.getDecorators(declaration)) {
    return yield refuse(`the decorated field at ${tracing.locate(declaration)} may be called by others`);
  }
  if (compiler.isExportAssignment(declaration) || compiler.isPropertyAssignment(declaration)) {
    return yield* followValue(
      compiler.isExportAssignment(declaration) ? declaration.expression : declaration.initializer,
      tracing,
    );
  }
  if (compiler.isShorthandPropertyAssignment(declaration)) return yield* followValue(declaration.name, tracing);
  if (compiler.isVariableDeclaration(declaration) || compiler.isPropertyDeclaration(declaration)) {
    if (declaration.type) yield* followType(declaration.type, tracing);
    if (declaration.initializer) yield* followValue(declaration.initializer, tracing);
    return;
  }
  if ((compiler.isPropertySignature(declaration) || compiler.isTypeAliasDeclaration(declaration)) && declaration.type)
    return yield* followType(declaration.type, tracing);
  if (compiler.isBindingElement(declaration) && !declaration.initializer) return;
  yield refuse(`what is declared at ${tracing.locate(declaration)} may be another function`);
}

/** A function that stands for what gives a promise: it has to, unless it may already. */
function* followImplementation(fn: FunctionWithBody, tracing: Tracing): Steps {
  const result = resultOf(fn, tracing);
  if (!result || !admitsPromise(result, tracing)) yield { kind: 'function', node: fn };
}

/** A signature without a body: an overload, a member of an interface, an abstract method. */
function* followSignature(signature: ts.SignatureDeclaration, tracing: Tracing): Steps {
  const annotation = signature.type ?? tracing.compiler.getJSDocReturnType(signature);
  yield annotation
    ? { kind: 'result', node: annotation }
    : refuse(`the declaration at ${tracing.locate(signature)} names no result`);
}

/** The written type of a variable or a member: a function type, or the project's name for one. */
function* followType(type: ts.TypeNode, tracing: Tracing): Steps {
  const { checker, compiler } = tracing;
  if (compiler.isParenthesizedTypeNode(type)) return yield* followType(type.type, tracing);
  if (compiler.isFunctionTypeNode(type)) return yield { kind: 'result', node: type.type };
  if (compiler.isUnionTypeNode(type)) {
    for (const part of type.types)
      if (checker.getTypeFromTypeNode(part).getCallSignatures().length > 0) yield* followType(part, tracing);
    return;
  }
  const signatures = checker.getTypeFromTypeNode(type).getCallSignatures();
  if (signatures.length > 0 && signatures.every(signature => admitsPromise(signature.getReturnType(), tracing))) return;
  const [alias] = compiler.isTypeReferenceNode(type) ? declarationsOf(type.typeName, tracing) : [];
  yield alias && compiler.isTypeAliasDeclaration(alias)
    ? { kind: 'declaration', node: alias }
    : refuse(`the type at ${tracing.locate(type)} is not a function type that can be edited`);
}

/** The value of a variable or a member: a function that becomes async, or a name for one. */
function* followValue(value: ts.Expression, tracing: Tracing): Steps {
  const { compiler } = tracing;
  const inner = unwrap(value, compiler);
  if (isFunctionWithBody(inner, compiler)) return yield* followImplementation(inner, tracing);
  const name = compiler.isIdentifier(inner)
    ? inner
    : compiler.isPropertyAccessExpression(inner)
      ? inner.name
      : undefined;
  const declarations = name ? declarationsOf(name, tracing) : [];
  if (declarations.length === 0) return yield refuse(`the function at ${tracing.locate(value)} is made elsewhere`);
  for (const declaration of declarations) yield { kind: 'declaration', node: declaration };
}
