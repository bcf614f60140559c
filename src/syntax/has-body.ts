import type ts from 'typescript';

/** A function of the project that can be read. */
export type FunctionWithBody = (
  ts.FunctionDeclaration | ts.MethodDeclaration | ts.FunctionExpression | ts.ArrowFunction
) & {
  readonly body: ts.ConciseBody;
};

/** Whether a function is more than a declaration of itself. */
export function hasBody(fn: ts.SignatureDeclaration): fn is FunctionWithBody {
  return 'body' in fn && fn.body !== undefined;
}
