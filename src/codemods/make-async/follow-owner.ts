import type ts from 'typescript';
import type { Member } from '../../engines/declaration-facts.js';
import { outermostOf } from '../../syntax/unwrap.js';
import { walk } from '../../syntax/walk.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { NamedDeclarations } from './named-declarations.js';
import { refuse, type Steps } from './step.js';
import type { Tracing } from './tracing.js';

/**
 * What follows from where an object or a class that has a member is handed to a library: if the library's own type has a member of
 * that name, it may call it, and has to say that it takes a promise.
 */
export function* followOwner({ declarations, name }: NamedDeclarations, tracing: Tracing): Steps {
  for (const { parent: owner } of declarations) {
    for (const value of valuesOf(owner, tracing)) {
      if (isCalledByOthers(value, name, tracing))
        return yield refuse(
          `its object is passed at ${tracing.locate(value)} to a type that does not accept a promise`,
        );
    }
  }
}

/** The expressions that give an object, or an object of a class: by the variable that has it, where it is made, and in itself. */
function* valuesOf(owner: ts.Node, tracing: Tracing): Generator<ts.Expression> {
  const { syntax } = tracing;
  if (syntax.isObjectLiteralExpression(owner)) yield* variableOf(owner, tracing);
  if (!syntax.isClassLike(owner)) return;
  for (const name of owner.name ? referencesTo(owner, owner.name.text, tracing) : []) {
    if (!syntax.isNewExpression(name.parent)) continue;
    yield name.parent;
    yield* variableOf(name.parent, tracing);
  }
  yield* findThis(owner, syntax);
}

function* variableOf(value: ts.Expression, tracing: Tracing): Generator<ts.Expression> {
  const { syntax } = tracing;
  const { parent } = outermostOf(value, syntax);
  if (syntax.isVariableDeclaration(parent) && syntax.isIdentifier(parent.name))
    yield* referencesTo(parent, parent.name.text, tracing);
}

function* referencesTo(declaration: ts.Declaration, name: string, tracing: Tracing): Generator<ts.Expression> {
  for (const reference of tracing.identifiersNamed(name)) {
    if (tracing.syntax.isIdentifier(reference) && tracing.declarations.behind(reference).includes(declaration))
      yield reference;
  }
}

function findThis(node: ts.Node, syntax: Syntax): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  walk(node, syntax, inner => {
    if (inner.kind === syntax.SyntaxKind.ThisKeyword && syntax.isExpression(inner)) found.push(inner);
    return 'into';
  });
  return found;
}

/** Whether a value is an argument whose expected type, which is a library's, has a member that gives no promise. */
function isCalledByOthers(value: ts.Expression, name: string, { declarations, syntax }: Tracing): boolean {
  const argument = outermostOf(value, syntax);
  const { parent } = argument;
  if (
    !(syntax.isCallExpression(parent) || syntax.isNewExpression(parent)) ||
    parent.arguments?.some(one => one === argument) !== true
  )
    return false;
  return declarations
    .expectedMembers(name, argument)
    .some(member => isOfOthers(member) && member.results.includes('value'));
}

function isOfOthers({ declarations }: Member): boolean {
  return declarations.length > 0 && declarations.every(declaration => declaration.getSourceFile().isDeclarationFile);
}
