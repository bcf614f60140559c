import type ts from 'typescript';
import { findDirectiveComments } from '../../syntax/find-directive-comments.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';

/** Whether a comment switches off what would report a call: ESLint's, for its line or from there to where another one switches it on, of all rules or of ours. */
export function isSwitchedOff(node: ts.Node, unit: Unit): boolean {
  const sourceFile = node.getSourceFile();
  const { lines, switches } = findDirectives(sourceFile, unit);
  const start = node.getStart(sourceFile);
  return (
    switches.findLast(({ end }) => end <= start)?.isOff === true ||
    lines.has(sourceFile.getLineAndCharacterOfPosition(start).line + 1)
  );
}

/** What of a file is switched off: lines, counted from 1, and all behind some comments. */
interface Directives {
  readonly lines: ReadonlySet<number>;
  readonly switches: readonly Switch[];
}

/** A comment that says how it is from its end on. */
interface Switch {
  readonly end: number;
  readonly isOff: boolean;
}

const findDirectives = perUnit((sourceFile: ts.SourceFile, { syntax }): Directives => {
  const lines = new Set<number>();
  const switches: Switch[] = [];
  for (const { loc, range, type, value } of findDirectiveComments(sourceFile, syntax)) {
    const [, form = '', rules = ''] = directive.exec(value) ?? [];
    if (form === '' || !isOfOurs(rules)) continue;
    if (form === 'disable-line') lines.add(loc.start.line);
    else if (form === 'disable-next-line') lines.add(loc.end.line + 1);
    else if (type === 'Block') switches.push({ end: range[1], isOff: form === 'disable' });
  }
  return { lines, switches };
});

/** What a comment tells ESLint, with the rules that it names, and any reason. */
const directive = /^\s*eslint-(disable(?:-next-line|-line)?|enable)(?:\s+([^]*))?$/;

/** Whether a list of rules, with any reason behind it, names the rule that tells of lost calls, or none and so all of them. */
function isOfOurs(rules: string): boolean {
  const [named = ''] = rules.split(/(?:^|\s)-{2,}(?:\s|$)/);
  const names = named.split(',').map(name => name.trim().split('/').at(-1));
  return named.trim() === '' || names.includes('no-unawaited-calls');
}
