import type ts from 'typescript';
import { outermostOf } from '../../syntax/unwrap.js';
import { isWrapper } from '../../syntax/unwrap.js';
import type { NamedReference } from '../../syntax/declared-names.js';
import { defaultName } from '../../syntax/declared-names.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { NamedDeclarations } from './named-declarations.js';
import { refuse, type Steps } from './step.js';
import type { Tracing } from './tracing.js';

/** The next steps for all references to a name, including the names it is imported and exported under. */
export function* followReferences(known: NamedDeclarations, tracing: Tracing): Steps {
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

/** `handlers[key]`, which may be any member, so its callers cannot be told apart. */
function* followDynamicAccesses(
  { declarations, name }: NamedDeclarations,
  { declarations: facts, dynamicAccesses, locate, syntax }: Tracing,
): Steps {
  if (
    !declarations.some(
      ({ parent }) =>
        syntax.isObjectLiteralExpression(parent) ||
        syntax.isClassLike(parent) ||
        syntax.isInterfaceDeclaration(parent) ||
        syntax.isTypeLiteralNode(parent),
    )
  )
    return;
  const access = dynamicAccesses().find(accessed =>
    facts.declarationsOfMember(name, accessed).some(member => declarations.includes(member)),
  );
  if (access) yield refuse(`it may be accessed dynamically at ${locate(access)}`);
}

function isDefaultExport(declaration: ts.Declaration, { syntax }: Tracing): boolean {
  return (
    syntax.isExportAssignment(declaration) ||
    (syntax.getCombinedModifierFlags(declaration) & syntax.ModifierFlags.Default) !== 0
  );
}

/** The further name that an import, an export or a re-export gives. */
function aliasesAt(reference: NamedReference, known: NamedDeclarations, tracing: Tracing): readonly string[] {
  const { syntax } = tracing;
  const { parent } = reference;
  if (syntax.isExportAssignment(parent)) return refersTo(reference, known, tracing) ? [defaultName] : [];
  if (syntax.isImportClause(parent) || syntax.isNamespaceImport(parent) || syntax.isImportEqualsDeclaration(parent))
    return refersTo(reference, known, tracing) ? [reference.text] : [];
  const isSpecifier = syntax.isImportSpecifier(parent) || syntax.isExportSpecifier(parent);
  return isSpecifier && refersTo(parent.name, known, tracing) ? [parent.name.text] : [];
}

function refersTo(name: ts.Node, { declarations }: NamedDeclarations, tracing: Tracing): boolean {
  return tracing.declarations.behind(name).some(declaration => declarations.includes(declaration));
}

function* followReference(reference: NamedReference, known: NamedDeclarations, tracing: Tracing): Steps {
  const { syntax } = tracing;
  const { parent } = reference;
  if (syntax.isBindingElement(parent)) return yield* followPattern(reference, parent, known, tracing);
  if (isNameOf(reference, parent, syntax) && !syntax.isShorthandPropertyAssignment(parent)) return;
  if (!refersTo(reference, known, tracing)) {
    if (mayCallUnknown(reference, known, tracing))
      yield refuse(`the \`any\`-typed call at ${tracing.locate(reference)} may refer to it`);
    return;
  }
  if (isImportOrExport(parent, tracing)) return;
  if (syntax.isTypeReferenceNode(parent)) return yield* followTypeReference(parent, tracing);
  if (syntax.isTypeQueryNode(parent) || syntax.isQualifiedName(parent))
    return yield refuse(`its type is used at ${tracing.locate(reference)}`);
  yield* followUse(valueAt(reference, tracing), tracing);
}

/** `{ save }` in a pattern, or `{ save: persist }`: the variable is another name for the member. */
function* followPattern(
  reference: NamedReference,
  element: ts.BindingElement,
  known: NamedDeclarations,
  { declarations, syntax }: Tracing,
): Steps {
  const isKey = element.propertyName ? element.propertyName === reference : element.name === reference;
  if (!isKey || !syntax.isObjectBindingPattern(element.parent)) return;
  const members = declarations.declarationsOfMember(reference.text, element.parent);
  if (members.some(member => known.declarations.includes(member))) yield { kind: 'declaration', node: element };
}

/** Whether a name is the one that a declaration gives. */
function isNameOf(reference: ts.Node, parent: ts.Node, syntax: Syntax): boolean {
  const { name } = parent as Partial<ts.NamedDeclaration>; // undefined where it has none
  return name === reference && !syntax.isPropertyAccessExpression(parent);
}

/** Whether a member of that name is called on something of which nothing is known. */
function mayCallUnknown(
  { parent }: NamedReference,
  { declarations }: NamedDeclarations,
  { declarations: facts, syntax }: Tracing,
): boolean {
  const isAccess = syntax.isPropertyAccessExpression(parent) || syntax.isElementAccessExpression(parent);
  if (
    !isAccess ||
    !declarations.some(declaration => syntax.isClassElement(declaration) || syntax.isTypeElement(declaration))
  )
    return false;
  return facts.isAny(parent.expression);
}

function isImportOrExport(parent: ts.Node, { syntax }: Tracing): boolean {
  return (
    syntax.isImportSpecifier(parent) ||
    syntax.isExportSpecifier(parent) ||
    syntax.isImportClause(parent) ||
    syntax.isNamespaceImport(parent) ||
    syntax.isImportEqualsDeclaration(parent) ||
    syntax.isExportAssignment(parent)
  );
}

/** A named function type: what is declared with it. */
function* followTypeReference(reference: ts.TypeReferenceNode, tracing: Tracing): Steps {
  const { syntax } = tracing;
  const { parent } = reference;
  const isDeclared =
    (syntax.isVariableDeclaration(parent) ||
      syntax.isPropertySignature(parent) ||
      syntax.isPropertyDeclaration(parent)) &&
    parent.type === reference;
  yield isDeclared
    ? { kind: 'declaration', node: parent }
    : refuse(`the type at ${tracing.locate(reference)} may also be the type of other functions`);
}

/** The expression whose value is what a name refers to. */
function valueAt(reference: NamedReference, tracing: Tracing): ts.Node {
  const { syntax } = tracing;
  const { parent } = reference;
  if (syntax.isPropertyAccessExpression(parent) || syntax.isElementAccessExpression(parent))
    return outermostOf(parent, tracing.syntax);
  return syntax.isIdentifier(reference) && !syntax.isShorthandPropertyAssignment(parent)
    ? outermostOf(reference, tracing.syntax)
    : reference;
}

/** The next steps from the uses of the function itself. */
function* followUse(value: ts.Node, tracing: Tracing): Steps {
  const { syntax } = tracing;
  const { parent } = value;
  if (syntax.isCallExpression(parent) && parent.expression === value) return yield { kind: 'call', node: parent };
  if (isDirectCall(parent, syntax)) return yield { kind: 'call', node: parent.parent as ts.CallExpression };
  if (
    syntax.isShorthandPropertyAssignment(parent) ||
    (syntax.isPropertyAssignment(parent) && parent.initializer === value)
  ) {
    return yield { kind: 'declaration', node: parent };
  }
  if (syntax.isVariableDeclaration(parent) && parent.initializer === value && syntax.isIdentifier(parent.name)) {
    return yield { kind: 'declaration', node: parent };
  }
  if (syntax.isTypeOfExpression(parent)) return;
  if (isExpression(value, syntax) && tracing.declarations.takesPromise(value)) return;
  yield refuse(`it is passed as a value at ${tracing.locate(value)}`);
}

/** `save.call(this, x)` and `save.apply(this, xs)`. */
function isDirectCall(access: ts.Node, syntax: Syntax): boolean {
  return (
    syntax.isPropertyAccessExpression(access) &&
    /^(?:call|apply)$/.test(access.name.text) &&
    syntax.isCallExpression(access.parent) &&
    access.parent.expression === access
  );
}

/** Whether a value is in a position with an expected type. */
function isExpression(value: ts.Node, syntax: Syntax): value is ts.Expression {
  const { parent } = value;
  return syntax.isCallExpression(parent) && !isWrapper(value, syntax);
}
