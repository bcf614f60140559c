import type ts from 'typescript';
import { declaresPromise } from './find-obstacle.js';
import { refuse, type Steps } from './step.js';
import type { Tracing } from './tracing.js';

/** What follows for an annotated result: it becomes a promise of what it is, unless it says already that there may be one. */
export function* followResult(type: ts.TypeNode, tracing: Tracing): Steps {
  const { declarations, isEditable, locate, syntax } = tracing;
  if (syntax.isTypePredicateNode(type))
    return yield refuse(`the declaration at ${locate(type)} proves a type to its callers, which no promise can`);
  if (declarations.kindOfWritten(type) !== 'value') return;
  if (!isEditable(type.getSourceFile()))
    return yield refuse(`it is declared at ${locate(type)}, which is not to be edited`);
  if (declaresPromise(type.getSourceFile(), tracing))
    return yield refuse(`the file of ${locate(type)} has a \`Promise\` of its own`);
  yield { kind: 'promise', node: type };
}
