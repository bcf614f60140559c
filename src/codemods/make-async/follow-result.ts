import type ts from 'typescript';
import { declaresPromise } from './find-obstacle.js';
import { refuse, type Steps } from './step.js';
import type { Tracing } from './tracing.js';

/** The next steps for an annotated result: it becomes a promise of its type, unless it already allows a promise. */
export function* followResult(type: ts.TypeNode, tracing: Tracing): Steps {
  const { declarations, isEditable, locate, syntax } = tracing;
  if (syntax.isTypePredicateNode(type))
    return yield refuse(`the declaration at ${locate(type)} is a type guard, which cannot be async`);
  if (declarations.kindOfWritten(type) !== 'value') return;
  if (!isEditable(type.getSourceFile()))
    return yield refuse(`it is declared at ${locate(type)}, which must not be edited`);
  if (declaresPromise(type.getSourceFile(), tracing))
    return yield refuse(`\`Promise\` is shadowed in the file of ${locate(type)}`);
  yield { kind: 'promise', node: type };
}
