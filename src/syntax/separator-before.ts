import type ts from 'typescript';
import { firstFrom } from './first-from.js';
import type { Syntax } from './syntax.js';

/** A blank where a word would be glued to the one before it: `return(x)`. */
export function gapBefore(start: number, { text }: ts.SourceFile): string {
  return /[\p{ID_Continue}$]$/u.test(text.slice(Math.max(0, start - 2), start)) ? ' ' : '';
}

/**
 * A semicolon where a parenthesis in front of `value`, at `start`, begins a statement, and the one before would take it for the
 * arguments of a call. A statement that is alone behind `if` or `for` has none before it.
 */
export function separatorBefore(value: ts.Node, start: number, syntax: Syntax): string {
  let statement = value;
  while (!syntax.isStatement(statement)) statement = statement.parent;
  if (!syntax.isExpressionStatement(statement) || statement.getStart() !== start) return '';
  const { statements } = statement.parent as Partial<ts.BlockLike>; // none where it is alone
  const before = statements?.[firstFrom(statement.pos, statements) - 1];
  return before && !endsItself(before, syntax) ? ';' : '';
}

function endsItself(statement: ts.Statement, syntax: Syntax): boolean {
  const text = statement.getText();
  if (text.endsWith(';') || syntax.isBlock(statement)) return true;
  if (syntax.isExpressionStatement(statement) || syntax.isVariableStatement(statement)) return false;
  let last: ts.Statement | undefined;
  syntax.forEachChild(statement, child => {
    if (syntax.isStatement(child)) last = child;
  });
  return last ? endsItself(last, syntax) : text.endsWith('}');
}
