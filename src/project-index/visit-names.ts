import type ts from 'typescript';
import { functionAround } from '../syntax/ancestors.js';
import { isAsync, isGenerator } from '../syntax/classify-surroundings.js';
import { isData } from '../syntax/is-data.js';
import type { Syntax } from '../syntax/syntax.js';
import type { Visit, Visitor } from './visitor.js';

/** The declarations of a file, by name alone. */
export interface NamesOfFile {
  /** Names of members and of what a module or namespace may export, as far as a call of them may give a promise. */
  readonly members: ReadonlySet<string>;
  /** Names that only mean something where they are declared, as variables and parameters do; likewise. */
  readonly locals: ReadonlySet<string>;
  /** Members that can be called only if their type can, both by name: `log` and `Logger` of `private log: Logger`. */
  readonly typed: readonly { readonly member: string; readonly type: string }[];
  /** Names of the types that the file declares: of those that can be called, and of those that cannot. */
  readonly types: { readonly callable: ReadonlySet<string>; readonly uncallable: ReadonlySet<string> };
}

/** The declarations of a file. */
export const namesVisitor: Visitor<NamesOfFile> = { begin };

function begin(sourceFile: ts.SourceFile, syntax: Syntax): Visit<NamesOfFile> {
  const { SyntaxKind } = syntax;
  const plainKinds = new Set<ts.SyntaxKind>(plainTypes.map(name => SyntaxKind[name]));
  const isModule = !sourceFile.isDeclarationFile && syntax.isExternalModule(sourceFile);
  const isScript = /\.[cm]?jsx?$/.test(sourceFile.fileName);
  const members = new Set<string>();
  const locals = new Set<string>();
  const typed: { readonly member: string; readonly type: string }[] = [];
  const types = { callable: new Set<string>(), uncallable: new Set<string>() };
  /** Declarations of functions whose bodies say what they give, until these have been walked. */
  const undecided: { readonly declaration: ts.NamedDeclaration; readonly fn: ts.SignatureDeclaration }[] = [];
  const giving = new Set<ts.Node>();
  return {
    on: {
      BindingElement: add,
      ExportSpecifier: add,
      FunctionDeclaration: addNamedFunction,
      GetAccessor: add,
      ImportClause: add,
      ImportSpecifier: addImported,
      MethodDeclaration: addNamedFunction,
      MethodSignature: addNamedFunction,
      NamespaceImport: add,
      Parameter: addParameter,
      PropertyAssignment: holder => {
        addHolder(holder, undefined);
      },
      PropertyDeclaration: addAnnotatedHolder,
      PropertySignature: addTyped,
      ReturnStatement: addReturn,
      ShorthandPropertyAssignment: add,
      VariableDeclaration: addAnnotatedHolder,
      ...(isScript && { BinaryExpression: addAssigned }),
      ClassDeclaration: addClass,
      InterfaceDeclaration: addInterface,
      TypeAliasDeclaration: addType,
      TypeParameter: addType,
    },
    end,
  };

  function end(): NamesOfFile {
    for (const { declaration, fn } of undecided) if (giving.has(fn)) add(declaration);
    return { members, locals, typed, types };
  }

  function addReturn(node: ts.ReturnStatement): void {
    const around = node.expression && functionAround(node, syntax);
    if (around) giving.add(around);
  }

  function addNamedFunction(fn: ts.FunctionDeclaration | ts.MethodDeclaration | ts.MethodSignature): void {
    addFunction(fn, fn, fn.type);
  }

  function addFunction(
    declaration: ts.NamedDeclaration,
    fn: ts.SignatureDeclaration,
    type: ts.TypeNode | undefined,
  ): void {
    if (isPlain(type)) return;
    if (type || !('body' in fn) || !fn.body || isAsyncOrGenerator(fn) || !syntax.isBlock(fn.body)) add(declaration);
    else undecided.push({ declaration, fn });
  }

  function isAsyncOrGenerator(fn: ts.SignatureDeclaration): boolean {
    return isAsync(fn, syntax) || isGenerator(fn);
  }

  function addAnnotatedHolder(holder: ts.VariableDeclaration | ts.PropertyDeclaration): void {
    addHolder(holder, holder.type);
  }

  function addHolder(
    holder: ts.VariableDeclaration | ts.PropertyDeclaration | ts.PropertyAssignment,
    type: ts.TypeNode | undefined,
  ): void {
    const { initializer } = holder;
    if (isPlain(type)) return;
    if (type && !initializer && syntax.isPropertyDeclaration(holder)) {
      addTyped(holder);
    } else if (initializer && (syntax.isArrowFunction(initializer) || syntax.isFunctionExpression(initializer))) {
      if (isPlain(initializer.type)) return;
      if (type) add(holder);
      else addFunction(holder, initializer, initializer.type);
    } else if (!initializer || !isData(initializer, syntax)) {
      add(holder);
    }
  }

  /** `exports.save = …`, `this.save = …` in JavaScript. */
  function addAssigned({ left, operatorToken }: ts.BinaryExpression): void {
    if (operatorToken.kind === SyntaxKind.EqualsToken && syntax.isPropertyAccessExpression(left))
      members.add(left.name.text);
  }

  function addParameter(parameter: ts.ParameterDeclaration): void {
    if (!sourceFile.isDeclarationFile && !isPlain(parameter.type)) add(parameter);
  }

  /** By its own name, an import declares nothing new. */
  function addImported(specifier: ts.ImportSpecifier): void {
    if (specifier.propertyName) add(specifier);
  }

  /** A property without a value is as good as its type, where that is a name and nothing else. */
  function addTyped({ name, type }: ts.PropertyDeclaration | ts.PropertySignature): void {
    if (isPlain(type)) return;
    const parts = type && syntax.isUnionTypeNode(type) ? type.types.filter(part => !isPlain(part)) : [type];
    const [only, ...others] = parts;
    const member = textOf(name);
    if (member === undefined) return;
    if (!only || others.length > 0 || !syntax.isTypeReferenceNode(only)) members.add(member);
    else typed.push({ member, type: lastWordOf(only.typeName).text });
  }

  function addInterface({ heritageClauses, members: own, name }: ts.InterfaceDeclaration): void {
    const mayBeCalled = heritageClauses !== undefined || own.some(syntax.isCallSignatureDeclaration);
    (mayBeCalled ? types.callable : types.uncallable).add(name.text);
  }

  function addClass({ name }: ts.ClassDeclaration): void {
    if (name) types.uncallable.add(name.text);
  }

  function addType({ name }: ts.TypeAliasDeclaration | ts.TypeParameterDeclaration): void {
    types.callable.add(name.text);
  }

  function add(declaration: ts.NamedDeclaration): void {
    const name = textOf(declaration.name);
    if (name !== undefined) (isLocal(declaration) ? locals : members).add(name);
  }

  function textOf(name: ts.Node | undefined): string | undefined {
    return name && (syntax.isIdentifier(name) || syntax.isStringLiteral(name) || syntax.isPrivateIdentifier(name))
      ? name.text
      : undefined;
  }

  /** Whether nothing can refer to a declaration as to a member of something: it belongs to a function, or its module keeps it. */
  function isLocal(declaration: ts.NamedDeclaration): boolean {
    if (syntax.isParameter(declaration)) return !syntax.isParameterPropertyDeclaration(declaration, declaration.parent);
    if (syntax.isVariableDeclaration(declaration) || syntax.isBindingElement(declaration))
      return isInsideFunction(declaration) || isKeptByModule(statementAround(declaration));
    return isImported(declaration) ? isModule : isKeptByModule(declaration);
  }

  function isInsideFunction(declaration: ts.Node): boolean {
    let at = declaration;
    while (!syntax.isFunctionLike(at) && !syntax.isSourceFile(at)) at = at.parent;
    return syntax.isFunctionLike(at);
  }

  function isImported(declaration: ts.Node): boolean {
    return (
      syntax.isImportSpecifier(declaration) ||
      syntax.isImportClause(declaration) ||
      syntax.isNamespaceImport(declaration)
    );
  }

  /** Whether a statement declares something in a module that does not export it there; what exports it elsewhere says its name again. */
  function isKeptByModule(statement: ts.Node): boolean {
    return (
      isModule &&
      statement.parent === sourceFile &&
      (syntax.isVariableStatement(statement) || syntax.isFunctionDeclaration(statement)) &&
      !statement.modifiers?.some(({ kind }) => kind === SyntaxKind.ExportKeyword)
    );
  }

  /** The declaration of a variable without the patterns around it: a statement, or the head of a loop or `catch`. */
  function statementAround(declaration: ts.Node): ts.Node {
    let at = declaration;
    while (
      syntax.isVariableDeclaration(at) ||
      syntax.isVariableDeclarationList(at) ||
      syntax.isBindingElement(at) ||
      syntax.isObjectBindingPattern(at) ||
      syntax.isArrayBindingPattern(at)
    )
      at = at.parent;
    return at;
  }

  /** Whether a type is one of the language's own that is no promise, or a function that gives such a one. */
  function isPlain(type: ts.TypeNode | undefined): boolean {
    if (!type) return false;
    if (syntax.isUnionTypeNode(type)) return type.types.every(isPlain);
    if (syntax.isParenthesizedTypeNode(type) || syntax.isFunctionTypeNode(type)) return isPlain(type.type);
    return syntax.isLiteralTypeNode(type) || syntax.isArrayTypeNode(type) || plainKinds.has(type.kind);
  }

  function lastWordOf(name: ts.EntityName): ts.Identifier {
    return syntax.isIdentifier(name) ? name : name.right;
  }
}

const plainTypes = [
  'BigIntKeyword',
  'BooleanKeyword',
  'NeverKeyword',
  'NumberKeyword',
  'StringKeyword',
  'SymbolKeyword',
  'UndefinedKeyword',
  'VoidKeyword',
] as const;
