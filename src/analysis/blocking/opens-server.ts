import type ts from 'typescript';
import type { MethodFact } from '../../catalogue/method-index.js';
import { isOneOf } from '../origins/match-methods.js';
import { functionAround } from '../../syntax/ancestors.js';
import { perProject } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { callOf } from '../../syntax/call-around.js';
import { findCallers } from '../origins/find-callers.js';
import { isOfTest } from '../origins/is-of-test.js';
import { runsAtOnce } from './runs-at-once.js';

/** Whether a function makes a web server listen, itself or through others: it is what starts the program. */
export function opensServer(fn: ts.SignatureDeclaration, unit: Unit): boolean {
  return findOpeners(unit).has(fn);
}

const findOpeners = perProject((unit): ReadonlySet<ts.Node> => {
  const openers = new Set(findOpenings(unit).flatMap(call => functionRunning(call, unit) ?? []));
  for (const opener of openers) {
    for (const use of findCallers(opener, unit).uses) {
      const call = callOf(use, unit.syntax);
      const caller = call && functionRunning(call, unit);
      if (caller) openers.add(caller); // its own callers are looked at in turn
    }
  }
  return openers;
});

/** The calls that make a server of the catalogue listen. */
function findOpenings(unit: Unit): readonly ts.CallExpression[] {
  const { catalogue, facts, index, syntax } = unit;
  const { servers } = catalogue.routes;
  const names = [...servers].flatMap(([name, all]) => (all.some(isPresent) ? [name] : []));
  const mentions = names.flatMap(name => [...index.mentionsOf(name)]);
  return mentions.flatMap(mention => {
    const call = isOfTest(mention.getSourceFile().fileName, unit) ? undefined : callOf(mention.parent, syntax);
    if (!call) return [];
    const callee = facts.calleeOf(call);
    return callee.kind === 'declared' && callee.declarations.some(declared => isOneOf(declared, servers)) ? [call] : [];
  });

  function isPresent({ packages }: MethodFact<unknown>): boolean {
    return [...packages].some(name => index.packages().has(name));
  }
}

/** The function that runs a node: the nearest one around it that is not only a part of another. */
function functionRunning(node: ts.Node, unit: Unit): ts.SignatureDeclaration | undefined {
  const fn = functionAround(node, unit.syntax);
  return fn && runsAtOnce(fn, unit) ? (functionRunning(fn, unit) ?? fn) : fn;
}
