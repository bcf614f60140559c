import type ts from 'typescript';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';

/** Whether a comment switches off what would report a call: ESLint's, for its line or from there on, of all rules or of one of ours. */
export function isSwitchedOff(node: ts.Node, unit: Unit): boolean {
  const sourceFile = node.getSourceFile();
  const { from, lines } = findDirectives(sourceFile, unit);
  const start = node.getStart(sourceFile);
  return start > from || lines.has(sourceFile.getLineAndCharacterOfPosition(start).line);
}

/** What of a file is switched off: lines, counted from 0, and all behind a place. */
interface Directives {
  readonly from: number;
  readonly lines: ReadonlySet<number>;
}

const findDirectives = perUnit((sourceFile: ts.SourceFile): Directives => {
  const lines = new Set<number>();
  let from = Infinity;
  for (const { 1: form = '', 2: rules = '', index } of sourceFile.text.matchAll(directive)) {
    if (/[^\s*]/.test(rules) && !rules.includes('no-unawaited-calls')) continue;
    const { line } = sourceFile.getLineAndCharacterOfPosition(index);
    if (form === '') from = Math.min(from, index);
    else lines.add(form === '-line' ? line : line + 1);
  }
  return { from, lines };
});

/** A comment for ESLint, with what of it says where it holds, and the rules that it names, before any reason. */
const directive = /\/[/*]\s*eslint-disable(-line|-next-line)?\b((?:(?!--|\*\/)[^\n])*)/g;
