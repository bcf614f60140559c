import type ts from 'typescript';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { unwrap } from '../../syntax/unwrap.js';
import { defaultName } from '../../syntax/declared-names.js';
import { isFunctionWithBody } from './find-obstacle.js';
import { followOwner } from './follow-owner.js';
import { followReferences } from './follow-references.js';
import { followRelatives } from './follow-relatives.js';
import { refuse, type Steps } from './step.js';
import type { Tracing } from './tracing.js';

/**
 * What follows when that which is known by a declaration gives a promise: what is declared there becomes async or is declared
 * to give a promise; what declares, implements or overrides the same does so too; and all that refers to it is looked at.
 */
export function* followDeclaration(declaration: ts.Declaration, tracing: Tracing): Steps {
  const name = nameOf(declaration, tracing);
  if (name === undefined)
    return yield refuse(
      `what is declared at ${tracing.locate(declaration)} has no name, so its callers cannot be found`,
    );
  const own = tracing.syntax.isShorthandPropertyAssignment(declaration)
    ? [declaration]
    : allDeclarations(declaration, tracing);
  for (const one of own) {
    yield* followOwn(one, tracing);
    const externalCaller = tracing.findExternalCaller(one, name);
    if (externalCaller !== undefined) return yield refuse(externalCaller);
  }
  yield* followRelatives({ declarations: own, name }, tracing);
  yield* followOwner({ declarations: own, name }, tracing);
  yield* followReferences({ declarations: own, name }, tracing);
}

/** The name by which others refer to a declaration. */
function nameOf(declaration: ts.Declaration, { syntax }: Tracing): string | undefined {
  if (syntax.isExportAssignment(declaration)) return defaultName;
  const name = syntax.getNameOfDeclaration(declaration);
  if (!name) return syntax.isFunctionDeclaration(declaration) ? defaultName : undefined;
  return syntax.isIdentifier(name) || syntax.isPrivateIdentifier(name) || syntax.isStringLiteralLike(name)
    ? name.text
    : undefined;
}

/** A declaration with its overloads and whatever else is merged with it. */
function allDeclarations(declaration: ts.Declaration, tracing: Tracing): readonly ts.Declaration[] {
  const name = tracing.syntax.getNameOfDeclaration(declaration);
  const all = name ? tracing.declarations.behind(name) : [];
  return all.includes(declaration) ? all : [declaration];
}

/** The next steps for a declaration itself. */
function* followOwn(declaration: ts.Declaration, tracing: Tracing): Steps {
  const { syntax } = tracing;
  if (isFunctionWithBody(declaration, syntax)) return yield* followImplementation(declaration, tracing);
  if (syntax.isAccessor(declaration))
    return yield refuse(`an accessor at ${tracing.locate(declaration)} stands for it`);
  if (syntax.isFunctionLike(declaration)) return yield* followSignature(declaration, tracing);
  if (syntax.isPropertyDeclaration(declaration) && syntax.getDecorators(declaration)) {
    return yield refuse(`the decorated field at ${tracing.locate(declaration)} may be called by others`);
  }
  if (syntax.isExportAssignment(declaration) || syntax.isPropertyAssignment(declaration)) {
    return yield* followValue(
      syntax.isExportAssignment(declaration) ? declaration.expression : declaration.initializer,
      tracing,
    );
  }
  if (syntax.isShorthandPropertyAssignment(declaration)) return yield* followValue(declaration.name, tracing);
  if (syntax.isVariableDeclaration(declaration) || syntax.isPropertyDeclaration(declaration)) {
    if (declaration.type) yield* followType(declaration.type, tracing);
    if (declaration.initializer) yield* followValue(declaration.initializer, tracing);
    return;
  }
  if ((syntax.isPropertySignature(declaration) || syntax.isTypeAliasDeclaration(declaration)) && declaration.type)
    return yield* followType(declaration.type, tracing);
  if (syntax.isBindingElement(declaration) && !declaration.initializer) return;
  yield refuse(`what is declared at ${tracing.locate(declaration)} may hold a different function`);
}

/** A function that replaces one that returns a promise: it has to return one too, unless it already may. */
function* followImplementation(fn: FunctionWithBody, tracing: Tracing): Steps {
  if ((tracing.declarations.resultOf(fn) ?? 'value') === 'value') yield { kind: 'function', node: fn };
}

/** A signature without a body: an overload, a member of an interface, an abstract method. */
function* followSignature(signature: ts.SignatureDeclaration, tracing: Tracing): Steps {
  const annotation = signature.type ?? tracing.syntax.getJSDocReturnType(signature);
  yield annotation
    ? { kind: 'result', node: annotation }
    : refuse(`the declaration at ${tracing.locate(signature)} has no return type`);
}

/** The written type of a variable or a member: a function type, or the project's name for one. */
function* followType(type: ts.TypeNode, tracing: Tracing): Steps {
  const { declarations, syntax } = tracing;
  if (syntax.isParenthesizedTypeNode(type)) return yield* followType(type.type, tracing);
  if (syntax.isFunctionTypeNode(type)) return yield { kind: 'result', node: type.type };
  if (syntax.isUnionTypeNode(type)) {
    for (const part of type.types) if (declarations.resultsOfWritten(part).length > 0) yield* followType(part, tracing);
    return;
  }
  const results = declarations.resultsOfWritten(type);
  if (results.length > 0 && !results.includes('value')) return;
  const [alias] = syntax.isTypeReferenceNode(type) ? declarations.behind(type.typeName) : [];
  yield alias && syntax.isTypeAliasDeclaration(alias)
    ? { kind: 'declaration', node: alias }
    : refuse(`the type at ${tracing.locate(type)} is not a function type that can be edited`);
}

/** The value of a variable or a member: a function that becomes async, or a name for one. */
function* followValue(value: ts.Expression, tracing: Tracing): Steps {
  const { syntax } = tracing;
  const inner = unwrap(value, syntax);
  if (isFunctionWithBody(inner, syntax)) return yield* followImplementation(inner, tracing);
  const name = syntax.isIdentifier(inner) ? inner : syntax.isPropertyAccessExpression(inner) ? inner.name : undefined;
  const declarations = name ? tracing.declarations.behind(name) : [];
  if (declarations.length === 0) return yield refuse(`the function at ${tracing.locate(value)} is created elsewhere`);
  for (const declaration of declarations) yield { kind: 'declaration', node: declaration };
}
