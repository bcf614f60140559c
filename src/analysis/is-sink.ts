import type ts from 'typescript';
import type { Unit } from './unit.js';

/** Whether a call only turns its arguments into text, so that a promise among them is shown and not its result. */
export function isSink(call: ts.CallExpression, { facts, sinks, syntax }: Unit): boolean {
  const { expression } = call;
  if (!syntax.isPropertyAccessExpression(expression)) return false;
  const named = sinks.filter(({ methods }) => methods.includes(expression.name.text));
  if (named.length === 0) return false;
  const callee = facts.calleeOf(call);
  return (
    callee.kind === 'declared' &&
    callee.declarations.some(({ owner, place }) =>
      named.some(sink => sink.owner === owner && (sink.package === undefined ? place.from === 'lib' : place.from === 'package' && place.package === sink.package)),
    )
  );
}
