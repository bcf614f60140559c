import type ts from 'typescript';
import type { Unit } from './unit.js';

/** A call whose value could be a promise: any call. What becomes of the value is the question of {@link classifyUse}. */
export type Candidate = ts.CallExpression;

/** Every call of a file, outermost first, in the order of the text. */
export function findCandidates({ sourceFile, syntax }: Unit): readonly Candidate[] {
  const found: Candidate[] = [];
  syntax.forEachChild(sourceFile, visit);
  return found;

  function visit(node: ts.Node): void {
    if (syntax.isCallExpression(node)) found.push(node);
    syntax.forEachChild(node, visit);
  }
}
