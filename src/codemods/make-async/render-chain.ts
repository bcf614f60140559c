import type ts from 'typescript';
import type { Edit } from '../../analysis/finding.js';
import { awaitEdits } from '../../analysis/remedies/await-edits.js';
import { loopEdits } from '../../analysis/remedies/loop-edits.js';
import { gapBefore } from '../../syntax/separator-before.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { groupBy } from '../../group-by.js';
import type { Syntax } from '../../syntax/syntax.js';
import { mergeEdits, type NestedEdit } from './merge-edits.js';
import type { Chain } from './trace-chain.js';
import type { Tracing } from './tracing.js';

/** Edits inside a node. */
export interface NodeEdits {
  readonly node: ts.Node;
  readonly edits: readonly Edit[];
}

/**
 * The edits of a chain by file, with further ones that belong to it; undefined where two of them change the same text.
 */
export function renderChain(
  chain: Chain,
  further: readonly NodeEdits[],
  tracing: Tracing,
): ReadonlyMap<string, readonly Edit[]> | undefined {
  const all: readonly NodeEdits[] = [
    ...chain.functions.map(node => ({ node, edits: asyncEdits(node, tracing.syntax) })),
    ...chain.results.map(node => ({ node, edits: promiseEdits(node) })),
    ...chain.calls.map(node => ({ node, edits: awaitEdits(node, tracing.toUnit(node.getSourceFile())) })),
    ...chain.loops.map(node => ({
      node,
      edits: loopEdits(node, undefined, tracing.toUnit(node.getSourceFile())) ?? [],
    })),
    ...further,
  ];
  const byFile = groupBy(all, ({ node }) => node.getSourceFile().fileName);
  const merged = [...byFile].map(([fileName, ofFile]) => [fileName, mergeEdits(ofFile.flatMap(toNested))] as const);
  return merged.every((entry): entry is [string, readonly Edit[]] => entry[1] !== undefined)
    ? new Map(merged)
    : undefined;
}

function toNested({ edits, node }: NodeEdits): readonly NestedEdit[] {
  return edits.map(edit => ({ edit, width: node.end - node.getStart() }));
}

/** The word `async` before a function's keyword, a method's name, or an arrow function's parameters. */
function asyncEdits(fn: FunctionWithBody, syntax: Syntax): readonly Edit[] {
  const sourceFile = fn.getSourceFile();
  const word = syntax.isMethodDeclaration(fn)
    ? fn.name
    : fn.getChildren(sourceFile).find(({ kind }) => kind === syntax.SyntaxKind.FunctionKeyword);
  const start = (word ?? fn).getStart(sourceFile);
  return [{ start, end: start, text: `${gapBefore(start, sourceFile)}async ` }];
}

function promiseEdits(type: ts.TypeNode): readonly Edit[] {
  const start = type.getStart();
  return [
    { start, end: start, text: 'Promise<' },
    { start: type.end, end: type.end, text: '>' },
  ];
}
