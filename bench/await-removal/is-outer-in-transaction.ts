import type ts from 'typescript';
import { findAwaitedCalls } from './find-awaited-calls.js';

/**
 * Whether what is awaited stands in a function that is given to a transaction, and goes to the database beside it: what it
 * is called on comes from outside the function, and no argument mentions what the function is given. A method that an ORM
 * calls in the transaction of a change, by its decorator, is such a function, too, and its variables come from outside as
 * far as they are not what it was given. Judges by names.
 *
 * @example `posts.save(draft)` in `source.transaction(async manager => { await posts.save(draft); })`
 * @example `posts.save(draft)` in `@AfterInsert() async save() { await posts.save(draft); }`
 */
export function isOuterInTransaction(operand: ts.Expression, compiler: typeof ts): boolean {
  const callback = compiler.findAncestor(operand, node => isTransactionCallback(node) || isHook(node));
  if (!callback) return false;
  const given = namesIn(callback, node => compiler.isParameter(node) && node.parent === callback);
  const own = isHook(callback)
    ? given
    : namesIn(callback, node => compiler.isParameter(node) || compiler.isVariableDeclaration(node));
  const { calls } = findAwaitedCalls(operand, compiler);
  return calls.every(call => !own.has(rootOf(call)) && !mentions(call, given));

  function isTransactionCallback(node: ts.Node): boolean {
    const { parent } = node;
    const isCallback =
      (compiler.isArrowFunction(node) || compiler.isFunctionExpression(node)) &&
      compiler.isCallExpression(parent) &&
      parent.expression !== node;
    return (
      isCallback &&
      /transaction(?:al)?$/i.test(
        compiler.isPropertyAccessExpression(parent.expression)
          ? parent.expression.name.text
          : parent.expression.getText(),
      )
    );
  }

  /** `@AfterRemove()`, `@BeforeUpdate()` and their like on a method. */
  function isHook(node: ts.Node): boolean {
    const decorators = compiler.isMethodDeclaration(node) ? (compiler.getDecorators(node) ?? []) : [];
    return decorators.some(({ expression }) =>
      /^(?:After|Before)(?:Create|Delete|Insert|Recover|Remove|SoftRemove|Update|Upsert)\b/.test(expression.getText()),
    );
  }

  /** The names that some of the declarations in `root` declare, patterns taken apart. */
  function namesIn(root: ts.Node, isDeclaration: (node: ts.Node) => boolean): ReadonlySet<string> {
    const names = new Set<string>();
    visit(root);
    return names;

    function visit(node: ts.Node): void {
      if (isDeclaration(node) && 'name' in node) collect(node.name as ts.BindingName); // both kinds of declarations have one
      compiler.forEachChild(node, visit);
    }

    function collect(name: ts.BindingName): void {
      if (compiler.isIdentifier(name)) names.add(name.text);
      else for (const element of name.elements) if (compiler.isBindingElement(element)) collect(element.name);
    }
  }

  function rootOf(expression: ts.Node): string {
    const inner = compiler.isTaggedTemplateExpression(expression)
      ? expression.tag
      : 'expression' in expression
        ? (expression.expression as ts.Node)
        : undefined;
    return inner ? rootOf(inner) : expression.getText();
  }

  function mentions(node: ts.Node, names: ReadonlySet<string>): boolean {
    if (compiler.isIdentifier(node)) return names.has(node.text);
    return compiler.forEachChild(node, child => mentions(child, names) || undefined) === true;
  }
}
