import type ts from 'typescript';
import { lastWord } from './name-of-call.js';
import type { Syntax } from './syntax.js';
import { unwrap } from './unwrap.js';

/** Whether a node calls one of some methods of `Promise`, by that name alone: the promises of other libraries have the same methods. */
export function isPromiseMethod(
  node: ts.Node,
  methods: ReadonlySet<string>,
  syntax: Syntax,
): node is ts.CallExpression {
  if (!syntax.isCallExpression(node)) return false;
  const callee = unwrap(node.expression, syntax);
  return (
    syntax.isPropertyAccessExpression(callee) &&
    methods.has(callee.name.text) &&
    lastWord(callee.expression, syntax) === 'Promise'
  );
}
