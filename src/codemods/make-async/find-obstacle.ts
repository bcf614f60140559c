import type ts from 'typescript';
import { isGenerator } from '../../syntax/classify-surroundings.js';
import { contains } from '../../syntax/contains.js';
import { nameFunction } from '../../syntax/name-function.js';
import { nameOfCall } from '../../syntax/name-of-call.js';
import { outermostOf } from '../../syntax/unwrap.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { Syntax } from '../../syntax/syntax.js';
import { findDecoratorObstacle } from './find-decorator-obstacle.js';
import { leavesUnsettled } from './leaves-unsettled.js';
import type { Tracing } from './tracing.js';

/** Members that the runtime calls synchronously. */
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

/** Why a function cannot become async, regardless of its callers; undefined if it can. */
export function findObstacle(fn: ts.SignatureDeclaration, tracing: Tracing): string | undefined {
  const { syntax } = tracing;
  const name = `\`${nameFunction(fn, syntax)}\``;
  if (syntax.isAccessor(fn)) return `${name} is an accessor`;
  if (isGenerator(fn)) return `${name} is a generator`;
  if (fn.type && syntax.isTypePredicateNode(fn.type)) return `${name} is a type guard, which cannot be async`;
  const member = memberNameOf(fn, syntax);
  if (member && syntax.isComputedPropertyName(member))
    return `${name} has a computed name, so its callers cannot be found`;
  if (member && 'text' in member && answersAtOnce.has(member.text))
    return `${name} is called synchronously by the runtime`;
  if (isOfReact(fn, tracing)) return `${name} is a component or a hook`;
  if (!tracing.isEditable(fn.getSourceFile()))
    return `${name} is declared in ${tracing.locate(fn)}, which must not be edited`;
  if (declaresPromise(fn.getSourceFile(), tracing)) return `\`Promise\` is shadowed in the file of ${name}`;
  if (leavesUnsettled(fn, tracing))
    return `the function at ${tracing.locate(fn)} is inside a \`new Promise\`, which its failure would never settle`;
  return findDecoratorObstacle(fn, tracing);
}

/** Whether a function can be made async itself: it has a body. */
export function isFunctionWithBody(node: ts.Node, syntax: Syntax): node is FunctionWithBody {
  return (
    (syntax.isFunctionDeclaration(node) ||
      syntax.isMethodDeclaration(node) ||
      syntax.isFunctionExpression(node) ||
      syntax.isArrowFunction(node)) &&
    node.body !== undefined
  );
}

/** The name of the member of a class or an object that a function is: its own, or that of the place it is given to. */
function memberNameOf(fn: ts.SignatureDeclaration, syntax: Syntax): ts.PropertyName | undefined {
  if (syntax.isMethodDeclaration(fn)) return fn.name;
  const { parent } = outermostOf(fn, syntax);
  return syntax.isPropertyAssignment(parent) || syntax.isPropertyDeclaration(parent) ? parent.name : undefined;
}

/** A component gives elements, or is named like one or a member of one in a file of elements; a hook is named like one and calls another. */
function isOfReact(fn: ts.SignatureDeclaration, { syntax }: Tracing): boolean {
  const name = isOfPlainClass(fn, syntax) ? '' : nameFunction(fn, syntax);
  const body = 'body' in fn ? fn.body : undefined;
  if (!body) return false;
  if (
    contains(
      body,
      node => syntax.isJsxElement(node) || syntax.isJsxSelfClosingElement(node) || syntax.isJsxFragment(node),
      syntax,
    )
  )
    return true;
  if (fn.getSourceFile().fileName.endsWith('x') && /^(?:[A-Z]|use[A-Z])/.test(name)) return true;
  return (
    /^use[A-Z]/.test(name) &&
    contains(body, node => syntax.isCallExpression(node) && /^use[A-Z]/.test(nameOfCall(node, syntax) ?? ''), syntax)
  );
}

/** Whether a function is a member of a class that extends nothing, and so no component. */
function isOfPlainClass(fn: ts.SignatureDeclaration, syntax: Syntax): boolean {
  const { parent } = fn.name ? fn : outermostOf(fn, syntax).parent;
  return (
    syntax.isClassLike(parent) &&
    !(parent.heritageClauses ?? []).some(({ token }) => token === syntax.SyntaxKind.ExtendsKeyword)
  );
}

/** Whether `Promise` is shadowed in a file. */
export function declaresPromise(sourceFile: ts.SourceFile, tracing: Tracing): boolean {
  const names = tracing
    .identifiersNamed('Promise')
    .filter(name => name.getSourceFile() === sourceFile && !isMemberName(name));
  return names.some(name => {
    const declarations = tracing.declarations.behind(name);
    return (
      declarations.length > 0 &&
      !declarations.some(declaration => tracing.files.isOfLanguage(declaration.getSourceFile()))
    );
  });

  function isMemberName({ parent }: ts.Node): boolean {
    return tracing.syntax.isPropertyAccessExpression(parent) || tracing.syntax.isQualifiedName(parent);
  }
}
