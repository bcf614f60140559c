import type ts from 'typescript';
import { isAsync } from '../analysis/syntax/classify-surroundings.js';
import { isWrapper } from '../analysis/syntax/unwrap.js';

/** By the name of a function, or of what stands for one, the names that it calls or stands for. */
export type CallIndex = ReadonlyMap<string, ReadonlySet<string>>;

/** Files outlive programs, so that after a keystroke only one of them is walked again. */
const indexesOfFiles = new WeakMap<ts.SourceFile, CallIndex>();

/**
 * The names of all functions of a program's own files that call one of `names`, or one another of these; and the names that
 * stand for one of them: `import { readFileSync as read }`, `const { readFileSync: read } = fs`, `const read = fs.readFileSync`;
 * `import fetchSync` stands for `default`.
 * Names alone are looked at, so one too many may be among them. What an async function calls is its own matter.
 */
export function findNamesReaching(compiler: typeof ts, program: ts.Program, names: ReadonlySet<string>): ReadonlySet<string> {
  const callers = invert(compiler, program);
  const reached = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const caller of callers.get(name) ?? []) {
      if (reached.has(caller) || names.has(caller)) continue;
      reached.add(caller);
      open.push(caller);
    }
  }
  return reached;
}

function invert(compiler: typeof ts, program: ts.Program): ReadonlyMap<string, readonly string[]> {
  const callers = new Map<string, string[]>();
  for (const sourceFile of program.getSourceFiles()) {
    if (sourceFile.isDeclarationFile || program.isSourceFileFromExternalLibrary(sourceFile)) continue;
    for (const [caller, callees] of indexOfFile(compiler, sourceFile)) {
      for (const callee of callees) {
        const known = callers.get(callee);
        if (known) known.push(caller);
        else callers.set(callee, [caller]);
      }
    }
  }
  return callers;
}

function indexOfFile(compiler: typeof ts, sourceFile: ts.SourceFile): CallIndex {
  let index = indexesOfFiles.get(sourceFile);
  if (!index) indexesOfFiles.set(sourceFile, (index = walkFile(compiler, sourceFile)));
  return index;
}

function walkFile(compiler: typeof ts, sourceFile: ts.SourceFile): CallIndex {
  const index = new Map<string, Set<string>>();
  visit(sourceFile, undefined);
  return index;

  /** `around` is the name of the function that a call belongs to; undefined where nobody can wait for it, or where an async one does. */
  function visit(node: ts.Node, around: string | undefined): void {
    if (compiler.isCallExpression(node) || compiler.isTaggedTemplateExpression(node)) add(around, lastWord(compiler.isCallExpression(node) ? node.expression : node.tag));
    const inside = compiler.isFunctionLike(node) ? nameInside(node, around) : around;
    addAlias(node);
    compiler.forEachChild(node, child => {
      visit(child, inside);
    });
  }

  /** A function without a name belongs to the one around it, which may well run it. */
  function nameInside(fn: ts.SignatureDeclaration, around: string | undefined): string | undefined {
    if (isAsync(fn, compiler)) return undefined;
    return textOf(fn.name ?? nameOfHolder(fn.parent)) ?? around;
  }

  function nameOfHolder(holder: ts.Node): ts.Node | undefined {
    if (compiler.isVariableDeclaration(holder) || compiler.isPropertyAssignment(holder) || compiler.isPropertyDeclaration(holder)) return holder.name;
    return undefined;
  }

  function addAlias(node: ts.Node): void {
    if (compiler.isImportSpecifier(node) || compiler.isExportSpecifier(node) || compiler.isBindingElement(node)) {
      add(textOf(node.name), textOf(node.propertyName));
    } else if (compiler.isImportClause(node) || compiler.isImportEqualsDeclaration(node)) {
      add(textOf(node.name), 'default'); // what a module gives as a whole goes by any name
    } else if (compiler.isVariableDeclaration(node) || compiler.isPropertyAssignment(node) || compiler.isPropertyDeclaration(node)) {
      add(textOf(node.name), node.initializer && lastWord(node.initializer));
    } else if (compiler.isBinaryExpression(node) && node.operatorToken.kind === compiler.SyntaxKind.EqualsToken) {
      add(lastWord(node.left), lastWord(node.right));
    }
  }

  function add(caller: string | undefined, callee: string | undefined): void {
    if (caller === undefined || callee === undefined) return;
    const known = index.get(caller);
    if (known) known.add(callee);
    else index.set(caller, new Set([callee]));
  }

  function textOf(name: ts.Node | undefined): string | undefined {
    return name && (compiler.isIdentifier(name) || compiler.isPrivateIdentifier(name) || compiler.isStringLiteralLike(name)) ? name.text : undefined;
  }

  /** The name of what is called or handed on: `run` in `db.prepare(sql).run`, `transaction` in `db.transaction(f)`. */
  function lastWord(expression: ts.Expression): string | undefined {
    if (compiler.isPropertyAccessExpression(expression)) return expression.name.text;
    if (compiler.isElementAccessExpression(expression)) return textOf(expression.argumentExpression);
    return isWrapper(expression, compiler) || compiler.isCallExpression(expression) ? lastWord(expression.expression) : textOf(expression);
  }
}
