import type ts from 'typescript';
import type { Syntax } from '../syntax/syntax.js';

/** One question to the tree of a file. All that are always asked are answered in one walk, by a visitor each. */
export interface Visitor<Part> {
  /** Begins to answer for one file. */
  readonly begin: (sourceFile: ts.SourceFile, syntax: Syntax) => Visit<Part>;
}

/** The answer of a visitor for one file, in the making. */
export interface Visit<Part> {
  /** Handlers for the kinds of nodes that it visits, in the order of the tree, outer nodes first. */
  readonly on: Handlers;
  /** The answer, once all nodes have been shown. */
  readonly end: () => Part;
}

/** Functions that take a node, by its kind; nodes of other kinds pass by. */
export type Handlers = { readonly [Kind in keyof NodesByKind]?: (node: NodesByKind[Kind]) => void };

/** The kinds of nodes that matter to any visitor, by what compilers call them, and what nodes of each are. */
export interface NodesByKind {
  readonly ArrowFunction: ts.ArrowFunction;
  readonly BinaryExpression: ts.BinaryExpression;
  readonly BindingElement: ts.BindingElement;
  readonly CallExpression: ts.CallExpression;
  readonly ClassDeclaration: ts.ClassDeclaration;
  readonly ClassExpression: ts.ClassExpression;
  readonly Constructor: ts.ConstructorDeclaration;
  readonly ElementAccessExpression: ts.ElementAccessExpression;
  readonly ExportAssignment: ts.ExportAssignment;
  readonly ExportDeclaration: ts.ExportDeclaration;
  readonly ExportSpecifier: ts.ExportSpecifier;
  readonly ExternalModuleReference: ts.ExternalModuleReference;
  readonly FunctionDeclaration: ts.FunctionDeclaration;
  readonly FunctionExpression: ts.FunctionExpression;
  readonly GetAccessor: ts.GetAccessorDeclaration;
  readonly Identifier: ts.Identifier;
  readonly ImportClause: ts.ImportClause;
  readonly ImportDeclaration: ts.ImportDeclaration;
  readonly ImportEqualsDeclaration: ts.ImportEqualsDeclaration;
  readonly ImportSpecifier: ts.ImportSpecifier;
  readonly InterfaceDeclaration: ts.InterfaceDeclaration;
  readonly MethodDeclaration: ts.MethodDeclaration;
  readonly MethodSignature: ts.MethodSignature;
  readonly NamespaceImport: ts.NamespaceImport;
  readonly NewExpression: ts.NewExpression;
  readonly NoSubstitutionTemplateLiteral: ts.NoSubstitutionTemplateLiteral;
  readonly ObjectLiteralExpression: ts.ObjectLiteralExpression;
  readonly Parameter: ts.ParameterDeclaration;
  readonly PrivateIdentifier: ts.PrivateIdentifier;
  readonly PropertyAccessExpression: ts.PropertyAccessExpression;
  readonly PropertyAssignment: ts.PropertyAssignment;
  readonly PropertyDeclaration: ts.PropertyDeclaration;
  readonly PropertySignature: ts.PropertySignature;
  readonly ReturnStatement: ts.ReturnStatement;
  readonly SetAccessor: ts.SetAccessorDeclaration;
  readonly ShorthandPropertyAssignment: ts.ShorthandPropertyAssignment;
  readonly StringLiteral: ts.StringLiteral;
  readonly TaggedTemplateExpression: ts.TaggedTemplateExpression;
  readonly TypeAliasDeclaration: ts.TypeAliasDeclaration;
  readonly TypeParameter: ts.TypeParameterDeclaration;
  readonly VariableDeclaration: ts.VariableDeclaration;
}
