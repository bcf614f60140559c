import type ts from 'typescript';
import { functionAround, isWithin } from './ancestors.js';
import type { Syntax } from './syntax.js';
import type { Unit } from '../unit.js';

/** A local variable: the identifier that declares it, and the function that owns it. */
export interface LocalBinding {
  readonly declaration: ts.VariableDeclaration;
  readonly scope: ts.SignatureDeclaration;
}

/**
 * The local variable that `identifier` declares or refers to; undefined for a parameter, a module-level or an imported
 * name, whose readers cannot all be seen from one function.
 */
export function findLocalBinding(identifier: ts.Identifier, unit: Unit): LocalBinding | undefined {
  const { syntax } = unit;
  const [declaration, ...more] = unit.facts.declarationsOf(identifier);
  if (!declaration || more.length > 0 || !syntax.isVariableDeclaration(declaration)) return undefined;
  if (declaration.getSourceFile() !== unit.sourceFile) return undefined;
  const scope = functionAround(declaration, syntax);
  return scope && { declaration, scope };
}

/** The identifiers that refer to a local variable, other than its declaration, in the order of the text. */
export function findReferences({ declaration, scope }: LocalBinding, unit: Unit): readonly ts.Identifier[] {
  return findIdentifiers(declaration.name.getText(unit.sourceFile), unit).filter(
    identifier =>
      identifier !== declaration.name &&
      isWithin(identifier, scope) &&
      unit.facts.declarationsOf(identifier).includes(declaration),
  );
}

/** The references that read a local variable, in the order of the text. */
export function findReads(binding: LocalBinding, unit: Unit): readonly ts.Identifier[] {
  return findReferences(binding, unit).filter(reference => !isWrite(reference, unit));
}

/** Whether a reference only stores into the variable: the left side of `=` in a statement of its own. */
export function isWrite(reference: ts.Identifier, { syntax }: Unit): boolean {
  const { parent } = reference;
  return (
    syntax.isBinaryExpression(parent) &&
    parent.left === reference &&
    parent.operatorToken.kind === syntax.SyntaxKind.EqualsToken &&
    syntax.isExpressionStatement(parent.parent)
  );
}

/** Every identifier of each file that can refer to a variable, by its text; one walk per file. */
const identifierIndexes = new WeakMap<ts.SourceFile, ReadonlyMap<string, readonly ts.Identifier[]>>();

/** Every identifier of a file with a name that can refer to a variable, in the order of the text. */
export function findIdentifiers(name: string, unit: Unit): readonly ts.Identifier[] {
  let index = identifierIndexes.get(unit.sourceFile);
  if (!index) identifierIndexes.set(unit.sourceFile, (index = indexIdentifiers(unit)));
  return index.get(name) ?? [];
}

function indexIdentifiers({ sourceFile, syntax }: Unit): ReadonlyMap<string, readonly ts.Identifier[]> {
  const index = new Map<string, ts.Identifier[]>();
  visit(sourceFile);
  return index;

  function visit(node: ts.Node): void {
    if (!syntax.isIdentifier(node)) {
      syntax.forEachChild(node, visit);
    } else if (!isMemberName(node, syntax)) {
      const found = index.get(node.text);
      if (found) found.push(node);
      else index.set(node.text, [node]);
    }
  }
}

/** Whether an identifier names a member and so cannot refer to a variable: `x` in `a.x`, `{ x: 1 }` or `x() {}`. */
function isMemberName(identifier: ts.Identifier, syntax: Syntax): boolean {
  const { parent } = identifier;
  return (
    (syntax.isPropertyAccessExpression(parent) ||
      syntax.isPropertyAssignment(parent) ||
      syntax.isPropertyDeclaration(parent) ||
      syntax.isMethodDeclaration(parent)) &&
    parent.name === identifier
  );
}
