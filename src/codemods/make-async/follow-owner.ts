import type ts from 'typescript';
import { outermostOf } from '../../syntax/unwrap.js';
import { walk } from '../../syntax/walk.js';
import { admitsPromise, callSignaturesOf } from './classify-result.js';
import type { KnownBy } from './known-by.js';
import { refuse, type Steps } from './step.js';
import { declarationsOf } from './symbols.js';
import type { Tracing } from './tracing.js';

/**
 * What follows from where an object or a class that has a member is handed to a library: if the library's own type has a member of
 * that name, it may call it, and has to say that it takes a promise.
 */
export function* followOwner({ declarations, name }: KnownBy, tracing: Tracing): Steps {
  for (const { parent: owner } of declarations) {
    for (const value of valuesOf(owner, tracing)) {
      if (isCalledByOthers(value, name, tracing))
        return yield refuse(
          `what has it is handed on at ${tracing.locate(value)}, to what does not say that it takes a promise`,
        );
    }
  }
}

/** The expressions that give an object, or an object of a class: by the variable that has it, where it is made, and in itself. */
function* valuesOf(owner: ts.Node, tracing: Tracing): Generator<ts.Expression> {
  const { compiler } = tracing;
  if (compiler.isObjectLiteralExpression(owner)) yield* variableOf(owner, tracing);
  if (!compiler.isClassLike(owner)) return;
  for (const name of owner.name ? referencesTo(owner, owner.name.text, tracing) : []) {
    if (!compiler.isNewExpression(name.parent)) continue;
    yield name.parent;
    yield* variableOf(name.parent, tracing);
  }
  yield* findThis(owner, compiler);
}

function* variableOf(value: ts.Expression, tracing: Tracing): Generator<ts.Expression> {
  const { compiler } = tracing;
  const { parent } = outermostOf(value, compiler);
  if (compiler.isVariableDeclaration(parent) && compiler.isIdentifier(parent.name))
    yield* referencesTo(parent, parent.name.text, tracing);
}

function* referencesTo(declaration: ts.Declaration, name: string, tracing: Tracing): Generator<ts.Expression> {
  for (const reference of tracing.identifiersNamed(name)) {
    if (tracing.compiler.isIdentifier(reference) && declarationsOf(reference, tracing).includes(declaration))
      yield reference;
  }
}

function findThis(node: ts.Node, compiler: typeof ts): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  walk(node, compiler, inner => {
    if (inner.kind === compiler.SyntaxKind.ThisKeyword && compiler.isExpression(inner)) found.push(inner);
    return 'into';
  });
  return found;
}

/** Whether a value is an argument whose expected type, which is a library's, has a member that gives no promise. */
function isCalledByOthers(value: ts.Expression, name: string, tracing: Tracing): boolean {
  const { checker, compiler } = tracing;
  const argument = outermostOf(value, compiler);
  const { parent } = argument;
  if (
    !(compiler.isCallExpression(parent) || compiler.isNewExpression(parent)) ||
    parent.arguments?.some(one => one === argument) !== true
  )
    return false;
  const expected = checker.getContextualType(argument);
  return (expected?.isUnion() ? expected.types : [expected]).some(type => {
    const member = type?.getProperty(name);
    const isOfOthers =
      member?.declarations?.every(declaration => declaration.getSourceFile().isDeclarationFile) === true;
    return (
      isOfOthers &&
      callSignaturesOf(checker.getTypeOfSymbol(member)).some(
        signature => !admitsPromise(signature.getReturnType(), tracing),
      )
    );
  });
}
