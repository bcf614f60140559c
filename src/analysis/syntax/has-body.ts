import type ts from 'typescript';
import type { FunctionWithBody } from '../type-facts.js';

/** Whether a function is more than a declaration of itself. */
export function hasBody(fn: ts.SignatureDeclaration): fn is FunctionWithBody {
  return 'body' in fn && fn.body !== undefined;
}
