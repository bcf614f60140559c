import type ts from 'typescript';
import { functionAround } from '../syntax/ancestors.js';
import { calleeExpression, type Candidate } from '../syntax/candidate.js';
import { isAsync } from '../syntax/classify-surroundings.js';
import { declaredNames, defaultName, textOfName } from '../syntax/declared-names.js';
import { lastWord, meaningOf, resultOf } from '../syntax/name-of-call.js';
import type { Syntax } from '../syntax/syntax.js';
import type { Visit, Visitor } from './visitor.js';

/** The edges from functions of one name to those of others, in one file. */
export interface CallsByName {
  /** By the name of a function, the names that it calls. */
  readonly calls: NamesByName;
  /** By alias of a function, the names that it refers to. */
  readonly aliases: NamesByName;
}

type NamesByName = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The names that functions of a file call; and the names that stand for others: `import { readFileSync as read }`,
 * `const { readFileSync: read } = fs`, `const read = fs.readFileSync`; `import fetchSync` stands for `default`, and for what a
 * file called like the module gives as a whole. `const save = createSave()` stands for the {@link resultOf} the name, and so
 * does that for what the function returns. What an async function calls is its own matter.
 */
export const callsVisitor: Visitor<CallsByName> = { begin };

function begin(sourceFile: ts.SourceFile, syntax: Syntax): Visit<CallsByName> {
  const calls = new Map<string, Set<string>>();
  const aliases = new Map<string, Set<string>>();
  const namesOfFunctions = new Map<ts.Node, readonly string[]>();
  return {
    on: {
      ArrowFunction: addFunction,
      Constructor: addFunction,
      FunctionDeclaration: addFunction,
      FunctionExpression: addFunction,
      GetAccessor: addFunction,
      MethodDeclaration: addFunction,
      MethodSignature: addFunction,
      SetAccessor: addFunction,
      CallExpression: addCall,
      TaggedTemplateExpression: addCall,
      BinaryExpression: addAssignment,
      BindingElement: addPattern,
      ExportAssignment: addWholeExport,
      ExportSpecifier: addExported,
      ImportDeclaration: addImport,
      ImportEqualsDeclaration: addImportEquals,
      ImportSpecifier: addImported,
      PropertyAssignment: addHolder,
      PropertyDeclaration: addHolder,
      ReturnStatement: addReturn,
      VariableDeclaration: addHolder,
    },
    end: () => ({ calls, aliases }),
  };

  function addFunction(fn: ts.SignatureDeclaration): void {
    namesOfFunctions.set(fn, namesInside(fn));
    if (syntax.isArrowFunction(fn) && !syntax.isBlock(fn.body)) addResult(fn, fn.body);
  }

  function addReturn(statement: ts.ReturnStatement): void {
    const fn = functionAround(statement, syntax);
    if (fn && statement.expression) addResult(fn, statement.expression);
  }

  function addResult(fn: ts.SignatureDeclaration, given: ts.Expression): void {
    for (const name of namesOfFunctions.get(fn) ?? []) add(resultOf(name), meaningOf(given, syntax));
  }

  function addCall(call: Candidate): void {
    const callee = meaningOf(calleeExpression(call), syntax);
    if (callee !== undefined) for (const caller of namesAround(call)) addTo(calls, caller, callee);
  }

  /** The names of the function that a call belongs to; none if it cannot be awaited, or if an async function awaits it. */
  function namesAround(node: ts.Node): readonly string[] {
    const fn = functionAround(node, syntax);
    return (fn && namesOfFunctions.get(fn)) ?? [];
  }

  /** A function without a name belongs to the one around it, which may well run it, or return it. */
  function namesInside(fn: ts.SignatureDeclaration): readonly string[] {
    if (isAsync(fn, syntax)) return [];
    const names = declaredNames(fn, syntax).flatMap(name =>
      name === defaultName ? wholesOf(sourceFile.fileName) : [name],
    );
    if (names.length > 0) return names;
    const around = namesAround(fn);
    return isReturned(fn) ? [...around, ...around.map(resultOf)] : around;
  }

  /** Whether a function is in what another one returns: itself, or in an object or a call there. */
  function isReturned(fn: ts.Node): boolean {
    let at = fn;
    while (syntax.isExpression(at.parent) && !syntax.isFunctionLike(at.parent)) at = at.parent;
    return syntax.isReturnStatement(at.parent) || syntax.isArrowFunction(at.parent);
  }

  function addAssignment({ left, operatorToken, right }: ts.BinaryExpression): void {
    if (operatorToken.kind === syntax.SyntaxKind.EqualsToken) add(lastWord(left, syntax), meaningOf(right, syntax));
  }

  function addPattern({ name, propertyName }: ts.BindingElement): void {
    add(textOfName(name, syntax), textOfName(propertyName, syntax));
  }

  function addHolder({
    initializer,
    name,
  }: ts.VariableDeclaration | ts.PropertyAssignment | ts.PropertyDeclaration): void {
    add(textOfName(name, syntax), initializer && meaningOf(initializer, syntax));
  }

  function addWholeExport({ expression }: ts.ExportAssignment): void {
    for (const whole of wholesOf(sourceFile.fileName)) add(whole, meaningOf(expression, syntax));
  }

  function addExported(specifier: ts.ExportSpecifier): void {
    addPart(specifier, specifier.parent.parent.moduleSpecifier);
  }

  function addImport({ importClause, moduleSpecifier }: ts.ImportDeclaration): void {
    addWhole(importClause?.name?.text, moduleSpecifier);
  }

  function addImportEquals({ moduleReference, name }: ts.ImportEqualsDeclaration): void {
    if (syntax.isExternalModuleReference(moduleReference)) addWhole(name.text, moduleReference.expression);
  }

  function addImported(specifier: ts.ImportSpecifier): void {
    addPart(specifier, specifier.parent.parent.parent.moduleSpecifier);
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

  /** The default export of a module can have any name. */
  function addWhole(name: string | undefined, specifier: ts.Expression): void {
    add(name, defaultName);
    if (syntax.isStringLiteralLike(specifier)) add(name, wholeOf(specifier.text));
  }

  function add(alias: string | undefined, meant: string | undefined): void {
    if (alias !== undefined && meant !== undefined) addTo(aliases, alias, meant);
  }
}

function addTo(names: Map<string, Set<string>>, name: string, meant: string): void {
  const known = names.get(name);
  if (known) known.add(meant);
  else names.set(name, new Set([meant]));
}

/** The key of a module's default export, by the name of its file or of an import. It is not a valid identifier. */
function wholeOf(path: string): string {
  const name =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.[cm]?[jt]sx?$/, '') ?? '';
  return `whole of ${/^\.*$/.test(name) ? 'index' : name}`;
}

/** The keys of a file's default export: an index file also has the name of its folder. */
function wholesOf(fileName: string): readonly string[] {
  const whole = wholeOf(fileName);
  return whole === wholeOf('index') ? [whole, wholeOf(fileName.split('/').at(-2) ?? '')] : [whole];
}
