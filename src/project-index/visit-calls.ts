import type ts from 'typescript';
import { functionAround } from '../syntax/ancestors.js';
import type { Candidate } from '../syntax/candidate.js';
import { isAsync } from '../syntax/classify-surroundings.js';
import { declaredNames, defaultName, textOfName } from '../syntax/declared-names.js';
import { lastWord, nameOfCall } from '../syntax/name-of-call.js';
import type { Syntax } from '../syntax/syntax.js';
import type { Visit, Visitor } from './visitor.js';

/** By the name of a function, or of what stands for one, the names that it calls or stands for. */
export type CallsByName = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The names that functions of a file call; and the names that stand for others: `import { readFileSync as read }`,
 * `const { readFileSync: read } = fs`, `const read = fs.readFileSync`; `import fetchSync` stands for `default`, and for what a
 * file called like the module gives as a whole. What an async function calls is its own matter.
 */
export const callsVisitor: Visitor<CallsByName> = { begin };

function begin(sourceFile: ts.SourceFile, syntax: Syntax): Visit<CallsByName> {
  const calls = new Map<string, Set<string>>();
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
      VariableDeclaration: addHolder,
    },
    end: () => calls,
  };

  function addFunction(fn: ts.SignatureDeclaration): void {
    namesOfFunctions.set(fn, namesInside(fn));
  }

  function addCall(call: Candidate): void {
    const callee = nameOfCall(call, syntax);
    if (callee !== undefined) for (const caller of namesAround(call)) add(caller, callee);
  }

  /** The names of the function that a call belongs to; none where nobody can wait for it, or where an async one does. */
  function namesAround(node: ts.Node): readonly string[] {
    const fn = functionAround(node, syntax);
    return (fn && namesOfFunctions.get(fn)) ?? [];
  }

  /** A function without a name belongs to the one around it, which may well run it. */
  function namesInside(fn: ts.SignatureDeclaration): readonly string[] {
    if (isAsync(fn, syntax)) return [];
    const names = declaredNames(fn, syntax).flatMap(name =>
      name === defaultName ? wholesOf(sourceFile.fileName) : [name],
    );
    return names.length > 0 ? names : namesAround(fn);
  }

  function addAssignment({ left, operatorToken, right }: ts.BinaryExpression): void {
    if (operatorToken.kind === syntax.SyntaxKind.EqualsToken) add(lastWord(left, syntax), lastWord(right, syntax));
  }

  function addPattern({ name, propertyName }: ts.BindingElement): void {
    add(textOfName(name, syntax), textOfName(propertyName, syntax));
  }

  function addHolder({
    initializer,
    name,
  }: ts.VariableDeclaration | ts.PropertyAssignment | ts.PropertyDeclaration): void {
    add(textOfName(name, syntax), initializer && lastWord(initializer, syntax));
  }

  function addWholeExport({ expression }: ts.ExportAssignment): void {
    for (const whole of wholesOf(sourceFile.fileName)) add(whole, lastWord(expression, syntax));
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

  /** What a module gives as a whole goes by any name. */
  function addWhole(name: string | undefined, specifier: ts.Expression): void {
    add(name, defaultName);
    if (syntax.isStringLiteralLike(specifier)) add(name, wholeOf(specifier.text));
  }

  function add(caller: string | undefined, callee: string | undefined): void {
    if (caller === undefined || callee === undefined) return;
    const known = calls.get(caller);
    if (known) known.add(callee);
    else calls.set(caller, new Set([callee]));
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
