import type ts from 'typescript';
import { outermostOf } from '../../syntax/unwrap.js';
import { isWrapper } from '../../syntax/unwrap.js';
import type { NamedReference } from '../../syntax/declared-names.js';
import { defaultName } from '../../syntax/declared-names.js';
import { takesPromise } from './follow-callback.js';
import type { KnownBy } from './known-by.js';
import { refuse, type Steps } from './step.js';
import { declarationsOf, membersNamed } from './symbols.js';
import type { Tracing } from './tracing.js';

/** What follows for all that refers to something by its name, or by the names it is imported and exported under. */
export function* followReferences(known: KnownBy, tracing: Tracing): Steps {
  const names = [
    known.name,
    ...(known.declarations.some(declaration => isDefaultExport(declaration, tracing)) ? [defaultName] : []),
  ];
  yield* followDynamicAccesses(known, tracing);
  const looked = new Set<string>();
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    if (looked.has(name)) continue;
    looked.add(name);
    for (const reference of tracing.identifiersNamed(name)) {
      names.push(...aliasesAt(reference, known, tracing));
      yield* followReference(reference, known, tracing);
    }
  }
}

/** `handlers[key]`, which may be any member: whoever calls it cannot be told apart. */
function* followDynamicAccesses(
  { declarations, name }: KnownBy,
  { checker, compiler, dynamicAccesses, locate }: Tracing,
): Steps {
  if (
    !declarations.some(
      ({ parent }) =>
        compiler.isObjectLiteralExpression(parent) ||
        compiler.isClassLike(parent) ||
        compiler.isInterfaceDeclaration(parent) ||
        compiler.isTypeLiteralNode(parent),
    )
  )
    return;
  const access = dynamicAccesses().find(accessed =>
    membersNamed(name, checker.getTypeAtLocation(accessed)).some(member => declarations.includes(member)),
  );
  if (access) yield refuse(`it may be what is taken by another name at ${locate(access)}`);
}

function isDefaultExport(declaration: ts.Declaration, { compiler }: Tracing): boolean {
  return (
    compiler.isExportAssignment(declaration) ||
    (compiler.getCombinedModifierFlags(declaration) & compiler.ModifierFlags.Default) !== 0
  );
}

/** The further name that an import, an export or a re-export gives. */
function aliasesAt(reference: NamedReference, known: KnownBy, tracing: Tracing): readonly string[] {
  const { compiler } = tracing;
  const { parent } = reference;
  if (compiler.isExportAssignment(parent)) return refersTo(reference, known, tracing) ? [defaultName] : [];
  if (
    compiler.isImportClause(parent) ||
    compiler.isNamespaceImport(parent) ||
    compiler.isImportEqualsDeclaration(parent)
  )
    return refersTo(reference, known, tracing) ? [reference.text] : [];
  const isSpecifier = compiler.isImportSpecifier(parent) || compiler.isExportSpecifier(parent);
  return isSpecifier && refersTo(parent.name, known, tracing) ? [parent.name.text] : [];
}

function refersTo(name: ts.Node, { declarations }: KnownBy, tracing: Tracing): boolean {
  return declarationsOf(name, tracing).some(declaration => declarations.includes(declaration));
}

function* followReference(reference: NamedReference, known: KnownBy, tracing: Tracing): Steps {
  const { compiler } = tracing;
  const { parent } = reference;
  if (compiler.isBindingElement(parent)) return yield* followPattern(reference, parent, known, tracing);
  if (isNameOf(reference, parent) && !compiler.isShorthandPropertyAssignment(parent)) return;
  if (!refersTo(reference, known, tracing)) {
    if (mayCallUnknown(reference, known, tracing))
      yield refuse(`what is called at ${tracing.locate(reference)} is \`any\`, and may be it`);
    return;
  }
  if (isImportOrExport(parent, tracing)) return;
  if (compiler.isTypeReferenceNode(parent)) return yield* followTypeReference(parent, tracing);
  if (compiler.isTypeQueryNode(parent) || compiler.isQualifiedName(parent))
    return yield refuse(`its type is taken at ${tracing.locate(reference)}`);
  yield* followUse(valueAt(reference, tracing), tracing);
}

/** `{ save }` in a pattern, or `{ save: persist }`: the variable is another name for the member. */
function* followPattern(
  reference: NamedReference,
  element: ts.BindingElement,
  known: KnownBy,
  { checker, compiler }: Tracing,
): Steps {
  const isKey = element.propertyName ? element.propertyName === reference : element.name === reference;
  if (!isKey || !compiler.isObjectBindingPattern(element.parent)) return;
  const members = membersNamed(reference.text, checker.getTypeAtLocation(element.parent));
  if (members.some(member => known.declarations.includes(member))) yield { kind: 'declaration', node: element };
}

/** Whether a name is the one that a declaration gives. */
function isNameOf(reference: ts.Node, parent: ts.Node): boolean {
  return (
    'name' in parent &&
    parent.name === reference &&
    !('questionDotToken' in parent && 'expression' in parent) &&
    !('expression' in parent)
  );
}

/** Whether a member of that name is called on something of which nothing is known. */
function mayCallUnknown(
  { parent }: NamedReference,
  { declarations }: KnownBy,
  { checker, compiler }: Tracing,
): boolean {
  const isAccess = compiler.isPropertyAccessExpression(parent) || compiler.isElementAccessExpression(parent);
  if (
    !isAccess ||
    !declarations.some(declaration => compiler.isClassElement(declaration) || compiler.isTypeElement(declaration))
  )
    return false;
  return (checker.getTypeAtLocation(parent.expression).flags & compiler.TypeFlags.Any) !== 0;
}

function isImportOrExport(parent: ts.Node, { compiler }: Tracing): boolean {
  return (
    compiler.isImportSpecifier(parent) ||
    compiler.isExportSpecifier(parent) ||
    compiler.isImportClause(parent) ||
    compiler.isNamespaceImport(parent) ||
    compiler.isImportEqualsDeclaration(parent) ||
    compiler.isExportAssignment(parent)
  );
}

/** A name for a function type: who declares something to be of it. */
function* followTypeReference(reference: ts.TypeReferenceNode, tracing: Tracing): Steps {
  const { compiler } = tracing;
  const { parent } = reference;
  const isDeclared =
    (compiler.isVariableDeclaration(parent) ||
      compiler.isPropertySignature(parent) ||
      compiler.isPropertyDeclaration(parent)) &&
    parent.type === reference;
  yield isDeclared
    ? { kind: 'declaration', node: parent }
    : refuse(`the type at ${tracing.locate(reference)} may be that of other functions`);
}

/** The expression whose value is what a name refers to. */
function valueAt(reference: NamedReference, tracing: Tracing): ts.Node {
  const { compiler } = tracing;
  const { parent } = reference;
  if (compiler.isPropertyAccessExpression(parent) || compiler.isElementAccessExpression(parent))
    return outermostOf(parent, tracing.compiler);
  return compiler.isIdentifier(reference) && !compiler.isShorthandPropertyAssignment(parent)
    ? outermostOf(reference, tracing.compiler)
    : reference;
}

/** What follows from what is done with the function itself. */
function* followUse(value: ts.Node, tracing: Tracing): Steps {
  const { compiler } = tracing;
  const { parent } = value;
  if (compiler.isCallExpression(parent) && parent.expression === value) return yield { kind: 'call', node: parent };
  if (isDirectCall(parent, compiler)) return yield { kind: 'call', node: parent.parent as ts.CallExpression };
  if (
    compiler.isShorthandPropertyAssignment(parent) ||
    (compiler.isPropertyAssignment(parent) && parent.initializer === value)
  ) {
    return yield { kind: 'declaration', node: parent };
  }
  if (compiler.isVariableDeclaration(parent) && parent.initializer === value && compiler.isIdentifier(parent.name)) {
    return yield { kind: 'declaration', node: parent };
  }
  if (compiler.isTypeOfExpression(parent)) return;
  if (isExpression(value, compiler) && takesPromise(value, tracing)) return;
  yield refuse(`it is handed on as a value at ${tracing.locate(value)}`);
}

/** `save.call(this, x)` and `save.apply(this, xs)`. */
function isDirectCall(access: ts.Node, compiler: typeof ts): boolean {
  return (
    compiler.isPropertyAccessExpression(access) &&
    /^(?:call|apply)$/.test(access.name.text) &&
    compiler.isCallExpression(access.parent) &&
    access.parent.expression === access
  );
}

/** Whether a value stands where a type may be expected of it. */
function isExpression(value: ts.Node, compiler: typeof ts): value is ts.Expression {
  const { parent } = value;
  return compiler.isCallExpression(parent) && !isWrapper(value, compiler);
}
