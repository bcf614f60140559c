import type ts from 'typescript';
import { functionAround } from '../syntax/ancestors.js';
import { isAsync } from '../syntax/classify-surroundings.js';
import { walk, type Next } from '../syntax/walk.js';
import { transparentTypes } from './transparent-types.js';

/** What may stand behind an interface or a type of functions: a class, or an object or a function that is written out. */
export interface Implementer {
  readonly body: ts.ClassLikeDeclaration | ts.ObjectLiteralExpression | ts.ArrowFunction | ts.FunctionExpression;
  /** Where it names the type. */
  readonly named: ts.Identifier;
}

/** What a file declares, by name alone. */
export interface Declarations {
  /** Names of members and of what a module or namespace may export, as far as a call of them may give a promise. */
  readonly members: ReadonlySet<string>;
  /** Names that only mean something where they are declared, as variables and parameters do; likewise. */
  readonly locals: ReadonlySet<string>;
  /** Members that can be called only if their type can, both by name: `log` and `Logger` of `private log: Logger`. */
  readonly typed: readonly { readonly member: string; readonly type: string }[];
  /** Names of the types that the file declares: of those that can be called, and of those that cannot. */
  readonly types: { readonly callable: ReadonlySet<string>; readonly uncallable: ReadonlySet<string> };
  /** The implementers of types, by the last word of the type they name. */
  readonly implementers: ReadonlyMap<string, readonly Implementer[]>;
  /** The modules that the file imports. */
  readonly imports: readonly ts.StringLiteralLike[];
}

/** Files outlive programs, so that after a keystroke only one of them is walked again. */
const declarationsOfFiles = new WeakMap<ts.SourceFile, Declarations>();

/** Indexes what a file declares, in one walk, and remembers it as long as the file lives. */
export function indexDeclarations(compiler: typeof ts, sourceFile: ts.SourceFile): Declarations {
  let declarations = declarationsOfFiles.get(sourceFile);
  if (!declarations) declarationsOfFiles.set(sourceFile, (declarations = walkFile(compiler, sourceFile)));
  return declarations;
}

function walkFile(compiler: typeof ts, sourceFile: ts.SourceFile): Declarations {
  const { SyntaxKind } = compiler;
  const plainKinds = new Set<ts.SyntaxKind>(plainTypes.map(name => SyntaxKind[name]));
  const isModule = !sourceFile.isDeclarationFile && compiler.isExternalModule(sourceFile);
  const isScript = /\.[cm]?jsx?$/.test(sourceFile.fileName);
  const members = new Set<string>();
  const locals = new Set<string>();
  const typed: { readonly member: string; readonly type: string }[] = [];
  const types = { callable: new Set<string>(), uncallable: new Set<string>() };
  const implementers = new Map<string, Implementer[]>();
  const imports: ts.StringLiteralLike[] = [];
  /** Declarations of functions whose bodies say what they give, until these have been walked. */
  const undecided: { readonly declaration: ts.Declaration; readonly fn: ts.SignatureDeclaration }[] = [];
  const giving = new Set<ts.Node>();

  walk(sourceFile, compiler, visit);
  for (const { declaration, fn } of undecided) if (giving.has(fn)) add(declaration);
  return { members, locals, typed, types, implementers, imports };

  function visit(node: ts.Node): Next {
    if (compiler.isReturnStatement(node) && node.expression) addReturn(node);
    addName(node);
    addType(node);
    addImplementer(node);
    addImport(node);
    return 'into';
  }

  function addReturn(node: ts.ReturnStatement): void {
    const around = functionAround(node, compiler);
    if (around) giving.add(around);
  }

  function addName(node: ts.Node): void {
    if (isNamedFunction(node)) addFunction(node, node, node.type);
    else if (compiler.isVariableDeclaration(node) || compiler.isPropertyDeclaration(node)) addHolder(node, node.type);
    else if (compiler.isPropertyAssignment(node)) addHolder(node, undefined);
    else if (isScript && compiler.isBinaryExpression(node)) addAssigned(node);
    else if (compiler.isPropertySignature(node)) addTyped(node, node.type);
    else if (mayGivePromise(node)) add(node);
  }

  function isNamedFunction(node: ts.Node): node is ts.FunctionDeclaration | ts.MethodDeclaration | ts.MethodSignature {
    return (
      compiler.isFunctionDeclaration(node) || compiler.isMethodDeclaration(node) || compiler.isMethodSignature(node)
    );
  }

  function addFunction(declaration: ts.Declaration, fn: ts.SignatureDeclaration, type: ts.TypeNode | undefined): void {
    if (isPlain(type)) return;
    if (type || !('body' in fn) || !fn.body || isAsyncOrGenerator(fn) || !compiler.isBlock(fn.body)) add(declaration);
    else undecided.push({ declaration, fn });
  }

  function isAsyncOrGenerator(fn: ts.SignatureDeclaration): boolean {
    return isAsync(fn, compiler) || ('asteriskToken' in fn && fn.asteriskToken !== undefined);
  }

  function addHolder(
    holder: ts.VariableDeclaration | ts.PropertyDeclaration | ts.PropertyAssignment,
    type: ts.TypeNode | undefined,
  ): void {
    const { initializer } = holder;
    if (isPlain(type)) return;
    if (type && !initializer && compiler.isPropertyDeclaration(holder)) {
      addTyped(holder, type);
    } else if (initializer && (compiler.isArrowFunction(initializer) || compiler.isFunctionExpression(initializer))) {
      if (isPlain(initializer.type)) return;
      if (type) add(holder);
      else addFunction(holder, initializer, initializer.type);
    } else if (!isData(initializer)) {
      add(holder);
    }
  }

  /** `exports.save = …`, `this.save = …` in JavaScript. */
  function addAssigned({ left, operatorToken }: ts.BinaryExpression): void {
    if (operatorToken.kind === SyntaxKind.EqualsToken && compiler.isPropertyAccessExpression(left))
      members.add(left.name.text);
  }

  function mayGivePromise(node: ts.Node): node is ts.Declaration {
    if (compiler.isParameter(node)) return !isPlain(node.type) && !sourceFile.isDeclarationFile;
    return (
      compiler.isBindingElement(node) ||
      compiler.isShorthandPropertyAssignment(node) ||
      compiler.isGetAccessorDeclaration(node) ||
      compiler.isImportClause(node) ||
      compiler.isNamespaceImport(node) ||
      compiler.isExportSpecifier(node) ||
      (compiler.isImportSpecifier(node) && node.propertyName !== undefined) // by its own name, nothing new is declared
    );
  }

  /** A property without a value is as good as its type, where that is a name and nothing else. */
  function addTyped(property: ts.PropertyDeclaration | ts.PropertySignature, type: ts.TypeNode | undefined): void {
    if (isPlain(type)) return;
    const parts = type && compiler.isUnionTypeNode(type) ? type.types.filter(part => !isPlain(part)) : [type];
    const [only, ...others] = parts;
    const member = textOf(compiler.getNameOfDeclaration(property));
    if (member === undefined) return;
    if (!only || others.length > 0 || !compiler.isTypeReferenceNode(only)) members.add(member);
    else typed.push({ member, type: lastWordOfType(only.typeName).text });
  }

  function addType(node: ts.Node): void {
    if (compiler.isInterfaceDeclaration(node)) {
      const mayBeCalled = node.heritageClauses !== undefined || node.members.some(compiler.isCallSignatureDeclaration);
      (mayBeCalled ? types.callable : types.uncallable).add(node.name.text);
    } else if (compiler.isClassDeclaration(node) && node.name) {
      types.uncallable.add(node.name.text);
    } else if (compiler.isTypeAliasDeclaration(node) || compiler.isTypeParameterDeclaration(node)) {
      types.callable.add(node.name.text);
    }
  }

  function add(declaration: ts.Declaration): void {
    const name = textOf(compiler.getNameOfDeclaration(declaration));
    if (name !== undefined) (isLocal(declaration) ? locals : members).add(name);
  }

  function textOf(name: ts.Node | undefined): string | undefined {
    return name && (compiler.isIdentifier(name) || compiler.isStringLiteral(name) || compiler.isPrivateIdentifier(name))
      ? name.text
      : undefined;
  }

  /** Whether nothing can refer to a declaration as to a member of something: it belongs to a function, or its module keeps it. */
  function isLocal(declaration: ts.Declaration): boolean {
    if (compiler.isParameter(declaration))
      return !compiler.isParameterPropertyDeclaration(declaration, declaration.parent);
    return isInsideFunction(declaration) || isKeptByModule(declaration);
  }

  function isInsideFunction(declaration: ts.Declaration): boolean {
    if (!compiler.isVariableDeclaration(declaration) && !compiler.isBindingElement(declaration)) return false;
    let at: ts.Node = declaration;
    while (!compiler.isFunctionLike(at) && !compiler.isSourceFile(at)) at = at.parent;
    return compiler.isFunctionLike(at);
  }

  /** Whether a declaration is one of a module that does not export it there; what exports it elsewhere says its name again. */
  function isKeptByModule(declaration: ts.Declaration): boolean {
    if (!isModule) return false;
    const statement = statementAround(declaration);
    if (compiler.isImportDeclaration(statement)) return true;
    const isDeclaring = compiler.isVariableStatement(statement) || compiler.isFunctionDeclaration(statement);
    return (
      isDeclaring &&
      statement.parent === sourceFile &&
      !statement.modifiers?.some(({ kind }) => kind === SyntaxKind.ExportKeyword)
    );
  }

  function statementAround(declaration: ts.Declaration): ts.Node {
    let at: ts.Node = declaration;
    while (isPartOfStatement(at)) at = at.parent;
    return at;
  }

  function isPartOfStatement(node: ts.Node): boolean {
    return (
      compiler.isVariableDeclaration(node) ||
      compiler.isVariableDeclarationList(node) ||
      compiler.isBindingElement(node) ||
      compiler.isObjectBindingPattern(node) ||
      compiler.isArrayBindingPattern(node) ||
      compiler.isImportSpecifier(node) ||
      compiler.isNamedImports(node) ||
      compiler.isNamespaceImport(node) ||
      compiler.isImportClause(node)
    );
  }

  /** Whether a type is one of the language's own that is no promise, or a function that gives such a one. */
  function isPlain(type: ts.TypeNode | undefined): boolean {
    if (!type) return false;
    if (compiler.isUnionTypeNode(type)) return type.types.every(isPlain);
    if (compiler.isParenthesizedTypeNode(type) || compiler.isFunctionTypeNode(type)) return isPlain(type.type);
    return compiler.isLiteralTypeNode(type) || compiler.isArrayTypeNode(type) || plainKinds.has(type.kind);
  }

  function isData(initializer: ts.Expression | undefined): boolean {
    return (
      initializer !== undefined &&
      (compiler.isLiteralExpression(initializer) ||
        compiler.isTemplateExpression(initializer) ||
        compiler.isObjectLiteralExpression(initializer) ||
        compiler.isArrayLiteralExpression(initializer))
    );
  }

  function addImplementer(node: ts.Node): void {
    if (compiler.isClassLike(node)) {
      for (const { types } of node.heritageClauses ?? []) {
        for (const { expression } of types) implement(lastWord(expression), node);
      }
    } else if (
      compiler.isObjectLiteralExpression(node) ||
      compiler.isArrowFunction(node) ||
      compiler.isFunctionExpression(node)
    ) {
      for (const named of namesOfType(typeOfValue(node))) implement(named, node);
    }
  }

  function implement(named: ts.Identifier | undefined, body: Implementer['body']): void {
    if (!named) return;
    const found = implementers.get(named.text);
    if (found) found.push({ body, named });
    else implementers.set(named.text, [{ body, named }]);
  }

  /** The type that is written down for an object or a function: by an assertion, a variable, or the function that returns it. */
  function typeOfValue(value: ts.Expression): ts.TypeNode | undefined {
    let { parent }: ts.Node = value;
    while (compiler.isParenthesizedExpression(parent)) ({ parent } = parent);
    if (
      compiler.isAsExpression(parent) ||
      compiler.isSatisfiesExpression(parent) ||
      compiler.isVariableDeclaration(parent)
    )
      return parent.type;
    if (compiler.isArrowFunction(parent)) return parent.type;
    if (!compiler.isReturnStatement(parent)) return undefined;
    while (!compiler.isFunctionLike(parent) && !compiler.isSourceFile(parent)) ({ parent } = parent);
    return compiler.isSourceFile(parent) ? undefined : parent.type;
  }

  /** The types that an object is of when a type is written for it: `Store` of `Promise<Store>`, of `Store & Closable`, of `Partial<Store>`. */
  function namesOfType(type: ts.TypeNode | undefined): readonly ts.Identifier[] {
    if (!type) return [];
    if (compiler.isParenthesizedTypeNode(type)) return namesOfType(type.type);
    if (compiler.isUnionTypeNode(type) || compiler.isIntersectionTypeNode(type)) return type.types.flatMap(namesOfType);
    if (!compiler.isTypeReferenceNode(type)) return [];
    const { typeArguments: [first] = [], typeName } = type;
    const name = lastWordOfType(typeName);
    return first && (name.text === 'Promise' || transparentTypes.has(name.text)) ? namesOfType(first) : [name];
  }

  function lastWordOfType(name: ts.EntityName): ts.Identifier {
    return compiler.isIdentifier(name) ? name : name.right;
  }

  function lastWord(expression: ts.Expression): ts.Identifier | undefined {
    if (compiler.isIdentifier(expression)) return expression;
    return compiler.isPropertyAccessExpression(expression) && compiler.isIdentifier(expression.name)
      ? expression.name
      : undefined;
  }

  function addImport(node: ts.Node): void {
    const specifier = specifierOf(node);
    if (specifier && compiler.isStringLiteralLike(specifier)) imports.push(specifier);
  }

  /** What an import, an export from elsewhere, or a call of `import` or `require` names. */
  function specifierOf(node: ts.Node): ts.Expression | undefined {
    if (compiler.isImportDeclaration(node) || compiler.isExportDeclaration(node)) return node.moduleSpecifier;
    if (compiler.isExternalModuleReference(node)) return node.expression;
    if (!compiler.isCallExpression(node)) return undefined;
    const isImport =
      node.expression.kind === SyntaxKind.ImportKeyword ||
      (compiler.isIdentifier(node.expression) && node.expression.text === 'require');
    return isImport ? node.arguments[0] : undefined;
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
