import type ts from 'typescript';
import { outermostOf } from '../../syntax/unwrap.js';
import { findReadBefore, isOwnVariable } from '../../analysis/remedies/find-read-before.js';
import { classifySurroundings } from '../../syntax/classify-surroundings.js';
import { classifyConnection } from '../../analysis/connections/classify-connection.js';
import { findObstacle, isFunctionWithBody } from './find-obstacle.js';
import { refuse, type Steps } from './step.js';
import type { Tracing } from './tracing.js';

/** The next steps when a call returns a promise and has to be awaited in place. */
export function* followCall(call: ts.CallExpression, tracing: Tracing): Steps {
  if (tracing.syntax.isAwaitExpression(outermostOf(call, tracing.syntax).parent)) return;
  if (isBesideHeld(call, tracing))
    yield refuse(
      `it is called at ${tracing.locate(call)} while a connection is held, where it could wait for another connection or a lock`,
    );
  yield { kind: 'await', node: call };
  yield* followWait(call, tracing);
  if (isReadBefore(call, tracing))
    yield refuse(`at ${tracing.locate(call)} a value is read before the call and written after it`);
}

/** Whether a connection is held around a call that is not known to use it. */
function isBesideHeld(call: ts.CallExpression, { toUnit }: Tracing): boolean {
  return classifyConnection(call, toUnit(call.getSourceFile())) === 'beside';
}

/** The next steps when an expression has to be awaited in place: the function around it becomes async, if it is not. */
export function* followWait(waiting: ts.Expression, tracing: Tracing): Steps {
  const { syntax, locate } = tracing;
  if (!tracing.isEditable(waiting.getSourceFile()))
    yield refuse(`it is called at ${locate(waiting)}, which must not be edited`);
  const surroundings = classifySurroundings(waiting, syntax);
  switch (surroundings.kind) {
    case 'async':
      return;
    case 'module':
      return yield refuse(`it is called at ${locate(waiting)}, at the top level of a file`);
    case 'noAwait':
      return yield refuse(`it is called at ${locate(waiting)}, in ${surroundings.place}`);
    case 'sync': {
      const { fn } = surroundings;
      yield isFunctionWithBody(fn, syntax)
        ? { kind: 'function', node: fn }
        : refuse(findObstacle(fn, tracing) ?? `it is called at ${locate(waiting)}`);
    }
  }
}

/** Whether a call is part of an assignment to a target that is read before the call: during the `await`, the target may be written concurrently. */
function isReadBefore(call: ts.Expression, { toUnit }: Tracing): boolean {
  const unit = toUnit(call.getSourceFile());
  const before = findReadBefore(call, unit);
  return before !== undefined && !isOwnVariable(before.target, unit);
}
