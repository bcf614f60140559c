import type ts from 'typescript';
import type { TypeFacts } from '../../type-facts.js';

/** The facts of a program, but for nodes of another one, which are asked for there. */
export function routeTypeFacts(own: TypeFacts, factsOf: (node: ts.Node) => TypeFacts | undefined): TypeFacts {
  const of = (node: ts.Node): TypeFacts => factsOf(node) ?? own;
  return {
    prepare: nodes => {
      own.prepare(nodes);
    },
    missingModules: imports => (imports[0] ? of(imports[0]) : own).missingModules(imports),
    calleeOf: call => of(call).calleeOf(call),
    memberOf: access => of(access).memberOf(access),
    receiverTypesOf: call => of(call).receiverTypesOf(call),
    typesOf: expression => of(expression).typesOf(expression),
    functionsOf: call => of(call).functionsOf(call),
    heirsOf: base => of(base).heirsOf(base),
    functionsAt: expression => of(expression).functionsAt(expression),
    yieldOf: expression => of(expression).yieldOf(expression),
    isBuilder: expression => of(expression).isBuilder(expression),
    isNever: expression => of(expression).isNever(expression),
    isNothing: expression => of(expression).isNothing(expression),
    givesPromise: expression => of(expression).givesPromise(expression),
    callbackFormOf: expression => of(expression).callbackFormOf(expression),
    isWaitedForByCall: callback => of(callback).isWaitedForByCall(callback),
    mayBeNumber: expression => of(expression).mayBeNumber(expression),
    hasMember: (expression, name) => of(expression).hasMember(expression, name),
    mayBeAbsent: expression => of(expression).mayBeAbsent(expression),
    declarationsOf: identifier => of(identifier).declarationsOf(identifier),
    isAwaitedAssignableTo: (expression, annotation) => of(expression).isAwaitedAssignableTo(expression, annotation),
  };
}
