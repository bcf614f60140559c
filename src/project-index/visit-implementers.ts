import type ts from 'typescript';
import type { Syntax } from '../syntax/syntax.js';
import { transparentTypes } from '../syntax/transparent-types.js';
import type { Visitor } from './visitor.js';

/** A possible implementation of an interface or a function type: a class, or an object or function literal. */
export interface Implementer {
  readonly body: ts.ClassLikeDeclaration | ts.ObjectLiteralExpression | ts.ArrowFunction | ts.FunctionExpression;
  /** Where it names the type. */
  readonly named: ts.Identifier;
}

/** The implementers of types, by the last word of the type they name. */
export type ImplementersByType = ReadonlyMap<string, readonly Implementer[]>;

/**
 * By name alone, which classes extend or implement a type, and which objects and functions are declared to be of one:
 * `const store: Store = { … }`, `return { … }` in a function that returns `Store`, `{ … } satisfies Store`.
 */
export const implementersVisitor: Visitor<ImplementersByType> = {
  begin(_, syntax) {
    const implementers = new Map<string, Implementer[]>();
    return {
      on: {
        ArrowFunction: addValue,
        ClassDeclaration: addClass,
        ClassExpression: addClass,
        FunctionExpression: addValue,
        ObjectLiteralExpression: addValue,
      },
      end: () => implementers,
    };

    function addClass(body: ts.ClassLikeDeclaration): void {
      for (const { types } of body.heritageClauses ?? []) {
        for (const { expression } of types) add(lastWordOfBase(expression, syntax), body);
      }
    }

    function addValue(body: ts.ObjectLiteralExpression | ts.ArrowFunction | ts.FunctionExpression): void {
      for (const named of namesOfType(typeOfValue(body, syntax), syntax)) add(named, body);
    }

    function add(named: ts.Identifier | undefined, body: Implementer['body']): void {
      if (!named) return;
      const found = implementers.get(named.text);
      if (found) found.push({ body, named });
      else implementers.set(named.text, [{ body, named }]);
    }
  },
};

function lastWordOfBase(expression: ts.Expression, syntax: Syntax): ts.Identifier | undefined {
  if (syntax.isIdentifier(expression)) return expression;
  return syntax.isPropertyAccessExpression(expression) && syntax.isIdentifier(expression.name)
    ? expression.name
    : undefined;
}

/** The type that is written down for an object or a function: by an assertion, a variable, or the function that returns it. */
function typeOfValue(value: ts.Expression, syntax: Syntax): ts.TypeNode | undefined {
  let { parent }: ts.Node = value;
  while (syntax.isParenthesizedExpression(parent)) ({ parent } = parent);
  if (syntax.isAsExpression(parent) || syntax.isSatisfiesExpression(parent) || syntax.isVariableDeclaration(parent))
    return parent.type;
  if (syntax.isArrowFunction(parent)) return parent.type;
  if (!syntax.isReturnStatement(parent)) return undefined;
  while (!syntax.isFunctionLike(parent) && !syntax.isSourceFile(parent)) ({ parent } = parent);
  return syntax.isSourceFile(parent) ? undefined : parent.type;
}

/** The types that an object is of when a type is written for it: `Store` of `Promise<Store>`, of `Store & Closable`, of `Partial<Store>`. */
function namesOfType(type: ts.TypeNode | undefined, syntax: Syntax): readonly ts.Identifier[] {
  if (!type) return [];
  if (syntax.isParenthesizedTypeNode(type)) return namesOfType(type.type, syntax);
  if (syntax.isUnionTypeNode(type) || syntax.isIntersectionTypeNode(type))
    return type.types.flatMap(part => namesOfType(part, syntax));
  if (!syntax.isTypeReferenceNode(type)) return [];
  const { typeArguments: [first] = [], typeName } = type;
  const name = syntax.isIdentifier(typeName) ? typeName : typeName.right;
  return first && (name.text === 'Promise' || transparentTypes.has(name.text)) ? namesOfType(first, syntax) : [name];
}
