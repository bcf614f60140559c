import type ts from 'typescript';
import { contains } from '../../syntax/contains.js';
import { nameFunction } from '../../syntax/name-function.js';
import { nameOfCall } from '../../syntax/name-of-call.js';
import { outermostOf } from '../../syntax/unwrap.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { findDecoratorObstacle } from './find-decorator-obstacle.js';
import { leavesUnsettled } from './leaves-unsettled.js';
import { declarationsOf } from './symbols.js';
import type { Tracing } from './tracing.js';

/** Members that the language or everybody calls, and that must answer at once. */
const answersAtOnce: ReadonlySet<string> = new Set([
  'next',
  'return',
  'then',
  'throw',
  'toJSON',
  'toLocaleString',
  'toString',
  'valueOf',
]);

/** Why a function cannot become async, whoever calls it; undefined where it can. */
export function findObstacle(fn: ts.SignatureDeclaration, tracing: Tracing): string | undefined {
  const { compiler } = tracing;
  const name = `\`${nameFunction(fn, compiler)}\``;
  if (compiler.isAccessor(fn)) return `${name} is an accessor`;
  if ('asteriskToken' in fn && fn.asteriskToken) return `${name} is a generator`;
  if (fn.type && compiler.isTypePredicateNode(fn.type))
    return `${name} proves a type to its callers, which no promise can`;
  const member = memberNameOf(fn, compiler);
  if (member && compiler.isComputedPropertyName(member))
    return `${name} has a computed name, by which its callers cannot be found`;
  if (member && 'text' in member && answersAtOnce.has(member.text)) return `${name} is called by those who do not wait`;
  if (isOfReact(fn, tracing)) return `${name} is a component or a hook`;
  if (!tracing.isEditable(fn.getSourceFile()))
    return `${name} is declared in ${tracing.locate(fn)}, which is not to be edited`;
  if (declaresPromise(fn.getSourceFile(), tracing)) return `the file of ${name} has a \`Promise\` of its own`;
  if (leavesUnsettled(fn, tracing))
    return `the function at ${tracing.locate(fn)} stands in a \`new Promise\`, which its failure would never settle`;
  return findDecoratorObstacle(fn, tracing);
}

/** Whether a function is made async where it stands: it has a body of its own. */
export function isFunctionWithBody(node: ts.Node, compiler: typeof ts): node is FunctionWithBody {
  return (
    (compiler.isFunctionDeclaration(node) ||
      compiler.isMethodDeclaration(node) ||
      compiler.isFunctionExpression(node) ||
      compiler.isArrowFunction(node)) &&
    node.body !== undefined
  );
}

/** The name of the member of a class or an object that a function is: its own, or that of the place it is given to. */
function memberNameOf(fn: ts.SignatureDeclaration, compiler: typeof ts): ts.PropertyName | undefined {
  if (compiler.isMethodDeclaration(fn)) return fn.name;
  const { parent } = outermostOf(fn, compiler);
  return compiler.isPropertyAssignment(parent) || compiler.isPropertyDeclaration(parent) ? parent.name : undefined;
}

/** A component gives elements, or is named like one or a member of one in a file of elements; a hook is named like one and calls another. */
function isOfReact(fn: ts.SignatureDeclaration, { compiler }: Tracing): boolean {
  const name = isOfPlainClass(fn, compiler) ? '' : nameFunction(fn, compiler);
  const body = 'body' in fn ? fn.body : undefined;
  if (!body) return false;
  if (
    contains(
      body,
      node => compiler.isJsxElement(node) || compiler.isJsxSelfClosingElement(node) || compiler.isJsxFragment(node),
      compiler,
    )
  )
    return true;
  if (fn.getSourceFile().fileName.endsWith('x') && /^(?:[A-Z]|use[A-Z])/.test(name)) return true;
  return (
    /^use[A-Z]/.test(name) &&
    contains(
      body,
      node => compiler.isCallExpression(node) && /^use[A-Z]/.test(nameOfCall(node, compiler) ?? ''),
      compiler,
    )
  );
}

/** Whether a function is a member of a class that extends nothing, and so no component. */
function isOfPlainClass(fn: ts.SignatureDeclaration, compiler: typeof ts): boolean {
  const { parent } = fn.name ? fn : outermostOf(fn, compiler).parent;
  return (
    compiler.isClassLike(parent) &&
    !(parent.heritageClauses ?? []).some(({ token }) => token === compiler.SyntaxKind.ExtendsKeyword)
  );
}

/** Whether `Promise` means something else in a file than the language's own. */
export function declaresPromise(sourceFile: ts.SourceFile, tracing: Tracing): boolean {
  const names = tracing
    .identifiersNamed('Promise')
    .filter(name => name.getSourceFile() === sourceFile && !isMemberName(name));
  return names.some(name => {
    const declarations = declarationsOf(name, tracing);
    return (
      declarations.length > 0 &&
      !declarations.some(declaration => tracing.program.isSourceFileDefaultLibrary(declaration.getSourceFile()))
    );
  });

  function isMemberName({ parent }: ts.Node): boolean {
    return tracing.compiler.isPropertyAccessExpression(parent) || tracing.compiler.isQualifiedName(parent);
  }
}
