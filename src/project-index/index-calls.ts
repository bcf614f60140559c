import type ts from 'typescript';
import { functionAround } from '../syntax/ancestors.js';
import { isAsync } from '../syntax/classify-surroundings.js';
import { declaredNames, textOfName } from '../syntax/declared-names.js';
import { lastWord, nameOfCall } from '../syntax/name-of-call.js';
import { walk, type Next } from '../syntax/walk.js';
import { defaultName } from '../syntax/declared-names.js';
import type { ProjectFiles } from './project-files.js';

/** By the name of a function, or of what stands for one, the names that it calls or stands for. */
type CallIndex = ReadonlyMap<string, ReadonlySet<string>>;

/** Files outlive programs, so that after a keystroke only one of them is walked again. */
const indexesOfFiles = new WeakMap<ts.SourceFile, CallIndex>();

/**
 * The names of all functions of a program's own files that call one of `names`, or one another of these; and the names that
 * stand for one of them: `import { readFileSync as read }`, `const { readFileSync: read } = fs`, `const read = fs.readFileSync`;
 * `import fetchSync` stands for `default`, and for what a file called like the module gives as a whole.
 * Names alone are looked at, so one too many may be among them. What an async function calls is its own matter.
 */
export function findNamesReaching(
  compiler: typeof ts,
  files: ProjectFiles,
  names: ReadonlySet<string>,
): ReadonlySet<string> {
  const callers = invert(compiler, files);
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

function invert(compiler: typeof ts, files: ProjectFiles): ReadonlyMap<string, readonly string[]> {
  const callers = new Map<string, string[]>();
  for (const sourceFile of files.own()) {
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
  const namesOfFunctions = new Map<ts.Node, readonly string[]>();
  walk(sourceFile, compiler, visit);
  return index;

  function visit(node: ts.Node): Next {
    if (compiler.isCallExpression(node) || compiler.isTaggedTemplateExpression(node))
      for (const name of namesAround(node)) add(name, nameOfCall(node, compiler));
    else addAlias(node);
    if (compiler.isFunctionLike(node)) namesOfFunctions.set(node, namesInside(node));
    return 'into';
  }

  /** The names of the function that a call belongs to; none where nobody can wait for it, or where an async one does. */
  function namesAround(node: ts.Node): readonly string[] {
    const fn = functionAround(node, compiler);
    return (fn && namesOfFunctions.get(fn)) ?? [];
  }

  /** A function without a name belongs to the one around it, which may well run it. */
  function namesInside(fn: ts.SignatureDeclaration): readonly string[] {
    if (isAsync(fn, compiler)) return [];
    const names = declaredNames(fn, compiler).flatMap(name =>
      name === defaultName ? wholesOf(sourceFile.fileName) : [name],
    );
    return names.length > 0 ? names : namesAround(fn);
  }

  function addAlias(node: ts.Node): void {
    if (compiler.isImportSpecifier(node)) {
      addPart(node, node.parent.parent.parent.moduleSpecifier);
    } else if (compiler.isExportSpecifier(node)) {
      addPart(node, node.parent.parent.moduleSpecifier);
    } else if (compiler.isBindingElement(node)) {
      add(textOfName(node.name, compiler), textOfName(node.propertyName, compiler));
    } else if (compiler.isImportDeclaration(node)) {
      addWhole(node.importClause?.name?.text, node.moduleSpecifier);
    } else if (compiler.isImportEqualsDeclaration(node)) {
      if (compiler.isExternalModuleReference(node.moduleReference))
        addWhole(node.name.text, node.moduleReference.expression);
    } else if (compiler.isExportAssignment(node)) {
      for (const whole of wholesOf(sourceFile.fileName)) add(whole, lastWord(node.expression, compiler));
    } else if (
      compiler.isVariableDeclaration(node) ||
      compiler.isPropertyAssignment(node) ||
      compiler.isPropertyDeclaration(node)
    ) {
      add(textOfName(node.name, compiler), node.initializer && lastWord(node.initializer, compiler));
    } else if (compiler.isBinaryExpression(node) && node.operatorToken.kind === compiler.SyntaxKind.EqualsToken) {
      add(lastWord(node.left, compiler), lastWord(node.right, compiler));
    }
  }

  function addPart(
    { name, propertyName = name }: ts.ImportOrExportSpecifier,
    specifier: ts.Expression | undefined,
  ): void {
    const names = name.text === defaultName ? wholesOf(sourceFile.fileName) : [name.text];
    for (const own of names) {
      if (propertyName.text === defaultName && specifier) addWhole(own, specifier);
      else if (own !== propertyName.text) add(own, propertyName.text);
    }
  }

  /** What a module gives as a whole goes by any name. */
  function addWhole(name: string | undefined, specifier: ts.Expression): void {
    add(name, defaultName);
    if (compiler.isStringLiteralLike(specifier)) add(name, wholeOf(specifier.text));
  }

  function add(caller: string | undefined, callee: string | undefined): void {
    if (caller === undefined || callee === undefined) return;
    const known = index.get(caller);
    if (known) known.add(callee);
    else index.set(caller, new Set([callee]));
  }
}

/** What stands for the whole of a module of a name, as its file or an import names it. No identifier can be called so. */
function wholeOf(path: string): string {
  const name =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.[cm]?[jt]sx?$/, '') ?? '';
  return `whole of ${/^\.*$/.test(name) ? 'index' : name}`;
}

/** What may stand for the whole of a file: an index goes by the name of its folder, too. */
function wholesOf(fileName: string): readonly string[] {
  const whole = wholeOf(fileName);
  return whole === wholeOf('index') ? [whole, wholeOf(fileName.split('/').at(-2) ?? '')] : [whole];
}
