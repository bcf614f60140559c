import type ts from 'typescript';
import type { TransactionHooks } from '../../catalogue/library-entry.js';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { findFacts, isOwner } from '../origins/match-methods.js';
import type { Declared } from '../../engines/type-facts.js';
import { textOfName } from '../../syntax/declared-names.js';
import { isMemberName } from '../names/find-references.js';
import { walk } from '../../syntax/walk.js';
import type { Unit } from '../unit.js';
import { withoutCircles } from '../without-circles.js';
import type { ConnectionUse } from './classify-connection.js';
import { isDecoratedBy } from '../uses/is-decorated-by.js';

/**
 * Says how `call` stands to the transaction in which a library calls the method around it: a decorated method of the entity
 * that changes, or one of a class that listens to such changes. It is inside on what the method was given for that.
 *
 * @example `@AfterInsert() async count() { posts.save(this); }` of TypeORM // 'beside'
 */
export function findHookTransaction(call: Candidate, unit: Unit): ConnectionUse {
  const { syntax } = unit;
  let at: ts.Node = call;
  while (!syntax.isMethodDeclaration(at)) {
    if (syntax.isSourceFile(at)) return 'free';
    at = at.parent;
  }
  const method = at;
  const hooks = findHooks(method, unit);
  if (!hooks) return 'free';
  const args = syntax.isCallExpression(call) ? call.arguments : [];
  return [calleeExpression(call), ...args].some(expression => carriesTransaction(expression, { hooks, method }, unit))
    ? 'inTransaction'
    : 'beside';
}

/** The hooks of which a method is one: by its decorator, or as a method of a class that listens. */
function findHooks(method: ts.MethodDeclaration, unit: Unit): TransactionHooks | undefined {
  const { catalogue, facts, syntax } = unit;
  const { decorators, methods } = catalogue.hooks;
  const decorating: TransactionHooks[] = [];
  const isHook = (decorator: Declared): boolean => decorating.push(...findFacts(decorator, decorators)) > 0;
  if (isDecoratedBy(method, isHook, unit)) return decorating[0];
  const { name, parent } = method;
  const listening = methods.get(textOfName(name, syntax) ?? '');
  if (!listening || !syntax.isClassLike(parent)) return undefined;
  const bases = (parent.heritageClauses ?? []).flatMap(({ types }) => types).flatMap(base => facts.typesOf(base));
  return listening.find(one => bases.some(base => isOwner(base, one)))?.fact;
}

interface Hook {
  readonly method: ts.MethodDeclaration;
  readonly hooks: TransactionHooks;
}

/**
 * Whether an expression holds the transaction: a member of what the method was given that carries it, or all that it was given.
 * What was waited for is data.
 */
function carriesTransaction(node: ts.Node, hook: Hook, unit: Unit): boolean {
  const { facts, syntax } = unit;
  const {
    hooks: { carriers },
    method,
  } = hook;
  return walk(node, syntax, inner => {
    if (syntax.isFunctionLike(inner) || syntax.isAwaitExpression(inner)) return 'over';
    if (syntax.isPropertyAccessExpression(inner)) return carriers.includes(inner.name.text) ? 'end' : 'into';
    return syntax.isIdentifier(inner) && !isMemberName(inner, syntax) && isOfTransaction(inner) ? 'end' : 'into';
  });

  function isOfTransaction(name: ts.Identifier): boolean {
    return facts.declarationsOf(name).some(declaration => {
      if (syntax.isBindingElement(declaration))
        return carriers.includes(textOfName(declaration.propertyName ?? declaration.name, syntax) ?? '');
      if (syntax.isParameter(declaration))
        return declaration.parent === method && !syntax.isPropertyAccessExpression(name.parent);
      const { initializer } = syntax.isVariableDeclaration(declaration) ? declaration : {};
      return initializer !== undefined && ofTransaction(declaration, () => carriesTransaction(initializer, hook, unit));
    });
  }
}

const ofTransaction = withoutCircles(false);
