import type ts from 'typescript';
import type { Range } from '../analysis/finding.js';
import type { Syntax } from '../syntax/syntax.js';
import { walk } from '../syntax/walk.js';

/** The outermost node of a kind that has exactly a range; undefined where there is none. */
export function findNodeAt<Kind extends ts.Node>(
  { end, start }: Range,
  isMeant: (node: ts.Node) => node is Kind,
  { sourceFile, syntax }: { readonly sourceFile: ts.SourceFile; readonly syntax: Pick<Syntax, 'forEachChild'> },
): Kind | undefined {
  const found: Kind[] = [];
  walk(sourceFile, syntax, node => {
    if (node.pos > start || node.end < end) return 'over';
    if (node.end !== end || node.getStart(sourceFile) !== start || !isMeant(node)) return 'into';
    found.push(node);
    return 'end';
  });
  return found[0];
}
