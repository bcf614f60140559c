import type ts from 'typescript';
import { calleeExpression, type Candidate } from './candidate.js';
import { textOfName } from './declared-names.js';
import type { Syntax } from './syntax.js';
import { unwrap } from './unwrap.js';

/**
 * The name of a call: that of the function, or of the call that made it, as in `db.transaction(f)()`. Undefined where
 * it has none.
 */
export function nameOfCall(call: Candidate, syntax: Syntax): string | undefined {
  return lastWord(calleeExpression(call), syntax);
}

/** The name of a callee, or of a function that is passed on: `run` of `db.prepare(sql).run`, `transaction` of `db.transaction(f)`, `save` of `x['save']`. */
export function lastWord(expression: ts.Expression, syntax: Syntax): string | undefined {
  let at = unwrap(expression, syntax);
  while (syntax.isCallExpression(at) || syntax.isElementAccessExpression(at)) {
    at = unwrap(syntax.isCallExpression(at) ? at.expression : at.argumentExpression, syntax);
  }
  return syntax.isPropertyAccessExpression(at) ? at.name.text : textOfName(at, syntax);
}

/** The name of a callee or a passed function: its {@link lastWord}, or the {@link resultOf} that if a call returns it. */
export function meaningOf(expression: ts.Expression, syntax: Syntax): string | undefined {
  const word = lastWord(expression, syntax);
  return word !== undefined && syntax.isCallExpression(unwrap(expression, syntax)) ? resultOf(word) : word;
}

/** The name of the result of a function of some name. It is not a valid identifier. */
export function resultOf(name: string): string {
  return `${resultMark}${name}`;
}

/** Whether this is the name of a function's result. */
export function isResult(meaning: string): boolean {
  return meaning.startsWith(resultMark);
}

const resultMark = 'result of ';
