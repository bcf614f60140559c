import type ts from 'typescript';
import type { Unit } from './unit.js';

/**
 * A call worth asking about: one whose value does not obviously reach somebody who waits for it. All calls of a file are
 * candidates here; what becomes of their value is {@link classifyUse}'s question.
 */
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
