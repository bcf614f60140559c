import type ts from 'typescript';
import { calleeExpression, type Candidate } from './candidate.js';
import { textOfName } from './declared-names.js';
import type { Syntax } from './syntax.js';
import { unwrap } from './unwrap.js';

/**
 * The name a call goes by: that of the function, or of the call that made it, as in `db.transaction(f)()`. Undefined where
 * it has none.
 */
export function nameOfCall(call: Candidate, syntax: Syntax): string | undefined {
  return lastWord(calleeExpression(call), syntax);
}

/** The name of what is called or handed on: `run` of `db.prepare(sql).run`, `transaction` of `db.transaction(f)`, `save` of `x['save']`. */
export function lastWord(expression: ts.Expression, syntax: Syntax): string | undefined {
  let at = unwrap(expression, syntax);
  while (syntax.isCallExpression(at) || syntax.isElementAccessExpression(at)) {
    at = unwrap(syntax.isCallExpression(at) ? at.expression : at.argumentExpression, syntax);
  }
  return syntax.isPropertyAccessExpression(at) ? at.name.text : textOfName(at, syntax);
}
