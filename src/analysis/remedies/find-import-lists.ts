import type ts from 'typescript';
import { textOfName } from '../../syntax/declared-names.js';
import { findIdentifiersIn } from '../names/find-references.js';
import type { ImportList } from './import-change.js';
import { perUnit } from '../per-unit.js';
import type { FileUnit, Unit } from '../unit.js';

/** A declaration at the top of a file that imports names from a module. */
export interface ImportedList {
  readonly module: string;
  readonly statement: ts.Statement;
  readonly elements: readonly ImportedElement[];
  readonly list: ImportList;
}

/** `readFile as read` of an import, `readFile: read` of a `const` that takes it from `require`. */
export type ImportedElement = ts.ImportSpecifier | ts.BindingElement;

/** The lists of names that a file imports at its top, as values. */
export function findImportLists(unit: FileUnit): readonly ImportedList[] {
  return listsOf(unit.sourceFile, unit);
}

const listsOf = perUnit(({ statements }: ts.SourceFile, unit): readonly ImportedList[] =>
  statements.flatMap(statement => {
    const found = findElements(statement, unit);
    const [first] = found?.elements ?? [];
    return found && first ? [{ ...found, statement, list: toList(statement, first, found.elements, unit) }] : [];
  }),
);

function findElements(
  statement: ts.Statement,
  { syntax }: Unit,
): Pick<ImportedList, 'elements' | 'module'> | undefined {
  if (syntax.isImportDeclaration(statement)) {
    const bindings = statement.importClause?.namedBindings;
    const isForValues =
      statement.importClause?.phaseModifier === undefined && bindings !== undefined && syntax.isNamedImports(bindings);
    return isForValues && syntax.isStringLiteralLike(statement.moduleSpecifier)
      ? { module: statement.moduleSpecifier.text, elements: bindings.elements }
      : undefined;
  }
  const [declaration, ...others] = syntax.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  if (!declaration?.initializer || others.length > 0 || !syntax.isObjectBindingPattern(declaration.name))
    return undefined;
  const module = requiredModule(declaration.initializer, syntax);
  return module === undefined ? undefined : { module, elements: declaration.name.elements };
}

/** The module that an expression requires: `require('fs')`. */
export function requiredModule(expression: ts.Expression, syntax: Unit['syntax']): string | undefined {
  if (
    !syntax.isCallExpression(expression) ||
    !syntax.isIdentifier(expression.expression) ||
    expression.expression.text !== 'require'
  )
    return undefined;
  const [module] = expression.arguments;
  return module && syntax.isStringLiteralLike(module) ? module.text : undefined;
}

function toList(
  statement: ts.Statement,
  first: ImportedElement,
  elements: readonly ImportedElement[],
  unit: Unit,
): ImportList {
  const sourceFile = statement.getSourceFile();
  const [, second] = elements;
  const start = first.getStart(sourceFile);
  const range = { start, end: elements.at(-1)?.end ?? first.end };
  const whole = toWhole(statement, unit);
  const hasComment = /\/[/*]/.test(sourceFile.text.slice(range.start, range.end));
  return {
    kind: 'list',
    range,
    separator: second ? sourceFile.text.slice(first.end, second.getStart(sourceFile)) : ', ',
    names: elements.map(element => ({
      range: { start: element.getStart(sourceFile), end: element.end },
      name: textOfName(element.name, unit.syntax) ?? element.name.getText(sourceFile),
      uses: hasComment ? Number.MAX_SAFE_INTEGER : countUses(element, statement, unit), // a comment says something of the names around it
    })),
    whole,
    opening: sourceFile.text.slice(whole.start, range.start),
    closing: sourceFile.text.slice(range.end, whole.end),
  };
}

/** How often a file uses an imported name. Another variable of that name counts as well, so that none too few are counted. */
function countUses({ name }: ImportedElement, statement: ts.Statement, unit: Unit): number {
  if (!unit.syntax.isIdentifier(name)) return Number.MAX_SAFE_INTEGER;
  return findIdentifiersIn(statement.getSourceFile(), name.text, unit).filter(
    ({ pos }) => pos < statement.pos || pos >= statement.end,
  ).length;
}

/** What goes with the last name: the statement with its line end, or what follows the default import. */
function toWhole(statement: ts.Statement, { syntax }: Unit): ImportList['whole'] {
  const sourceFile = statement.getSourceFile();
  const clause = syntax.isImportDeclaration(statement) ? statement.importClause : undefined;
  if (clause?.name && clause.namedBindings) return { start: clause.name.end, end: clause.namedBindings.end };
  const lineEnd = /^[^\S\r\n]*(?:\r\n|\n)/.exec(sourceFile.text.slice(statement.end))?.[0] ?? '';
  return { start: statement.getStart(sourceFile), end: statement.end + lineEnd.length };
}
