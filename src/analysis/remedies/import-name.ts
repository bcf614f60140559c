import type ts from 'typescript';
import { findImportLists, requiredModule, type ImportedElement, type ImportedList } from './find-import-lists.js';
import { findIdentifiers, findIdentifiersIn } from '../names/find-references.js';
import type { ImportChange, ImportPlace } from './import-change.js';
import { perUnit } from '../per-unit.js';
import { textOfName } from '../../syntax/declared-names.js';
import { lineEndOf } from './line-end-of.js';
import type { FileUnit } from '../unit.js';

/** What a file calls an imported value, and what its imports need for that. */
export interface LocalName {
  readonly local: string;
  readonly imports: readonly ImportChange[];
}

/** A value of a module of Node, by the name of the module without `node:`. */
export interface ImportedValue {
  readonly module: string;
  readonly name: string;
}

/**
 * What a file has to call a value of a module: the name it has imported it by already, its own name, or another where a file
 * uses that for something else.
 */
export function importName({ module, name }: ImportedValue, unit: FileUnit): LocalName {
  const lists = findImportLists(unit).filter(
    list => list.module.replace(/^node:/, '') === module.replace(/^node:/, ''),
  );
  const known = lists
    .flatMap(({ elements }) => elements)
    .find(element => importedName(element, unit) === name && !isShadowed(element, unit));
  const knownAs = textOfName(known?.name, unit.syntax);
  if (knownAs !== undefined) return { local: knownAs, imports: [] };
  const local =
    [name, `${name}Async`, `${name}Promise`].find(free => findIdentifiers(free, unit).length === 0) ??
    `${name}Imported`;
  const [list] = lists;
  const isRequired = list ? unit.syntax.isVariableStatement(list.statement) : isCommonJs(unit);
  const text = local === name ? name : isRequired ? `${name}: ${local}` : `${name} as ${local}`;
  return { local, imports: [{ kind: 'add', target: list?.list ?? findPlace(module, unit), text }] };
}

/** What the imports need no more once one use of an imported name is gone. */
export function releaseName(use: ts.Identifier, unit: FileUnit): readonly ImportChange[] {
  const found = findImportOf(use, unit);
  return found ? [{ kind: 'release', target: found.list, name: use.text }] : [];
}

/** The list that imports a name, if the file's top does. */
export function findImportOf(use: ts.Identifier, unit: FileUnit): ImportedList | undefined {
  const declarations = unit.facts.declarationsOf(use);
  return findImportLists(unit).find(({ elements }) => elements.some(element => declarations.includes(element)));
}

/** Whether another variable in the file has the name of an imported one, so that it may mean that where it stands. */
const isShadowed = perUnit((element: ImportedElement, unit): boolean => {
  if (!unit.syntax.isIdentifier(element.name)) return true;
  const others = findIdentifiersIn(element.getSourceFile(), element.name.text, unit).filter(
    ({ parent }) => parent !== element,
  );
  unit.facts.prepare(others);
  return others.some(identifier => !unit.facts.declarationsOf(identifier).includes(element));
});

function importedName(element: ImportedElement, { syntax }: FileUnit): string | undefined {
  if (syntax.isImportSpecifier(element) && element.isTypeOnly) return undefined;
  return textOfName(element.propertyName ?? element.name, syntax);
}

/** Whether a file takes its modules from `require` alone. */
function isCommonJs(unit: FileUnit): boolean {
  return takesByRequire(unit.sourceFile, unit);
}

const takesByRequire = perUnit(
  ({ statements }: ts.SourceFile, { syntax }): boolean =>
    !statements.some(statement => syntax.isImportDeclaration(statement)) &&
    statements.some(statement => isRequire(statement, syntax)),
);

function isRequire(statement: ts.Statement, syntax: FileUnit['syntax']): boolean {
  if (syntax.isImportEqualsDeclaration(statement)) return true;
  const declarations = syntax.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  return declarations.some(
    ({ initializer }) => initializer !== undefined && requiredModule(initializer, syntax) !== undefined,
  );
}

/** Behind the last import of the same family, such as `fs` for `fs/promises`, else behind the last of all, or in front of the first statement; written as the file's imports are. */
function findPlace(module: string, unit: FileUnit): ImportPlace {
  const { sourceFile, syntax } = unit;
  const { text } = sourceFile;
  const isRequired = isCommonJs(unit);
  const imports = importsOf(sourceFile, unit);
  const last =
    imports.findLast(statement => familyOf(moduleOf(statement, syntax)) === familyOf(module)) ?? imports.at(-1);
  const quote = /["']/.exec(last?.getText(sourceFile) ?? "'")?.[0] ?? "'";
  const semicolon = !last || text[last.end - 1] === ';' ? ';' : '';
  const lineEnd = lineEndOf(sourceFile, unit);
  const specifier = `${quote}${hasPrefix(unit) ? 'node:' : ''}${module}${quote}`;
  const opening = isRequired ? 'const { ' : 'import { ';
  const closing = isRequired ? ` } = require(${specifier})${semicolon}` : ` } from ${specifier}${semicolon}`;
  if (!last) return { kind: 'place', range: atPlace(startOfCode(unit)), opening, closing: `${closing}${lineEnd}` };
  const rest = /^[^\S\r\n]*(?:\/\/[^\r\n]*)?(?=\r|\n|$)/.exec(text.slice(last.end))?.[0] ?? '';
  const at = last.end + rest.length;
  const isLineOver = text.startsWith(lineEnd, at);
  return {
    kind: 'place',
    range: atPlace(isLineOver ? at + lineEnd.length : at),
    opening: isLineOver ? opening : `${lineEnd}${opening}`,
    closing: isLineOver ? `${closing}${lineEnd}` : closing,
  };
}

/** The statements that a file takes its modules by. */
const importsOf = perUnit((sourceFile: ts.SourceFile, unit): readonly ts.Statement[] =>
  sourceFile.statements.filter(statement =>
    takesByRequire(sourceFile, unit) ? isRequire(statement, unit.syntax) : unit.syntax.isImportDeclaration(statement),
  ),
);

/** The module that an import names. */
function moduleOf(statement: ts.Statement, syntax: FileUnit['syntax']): string | undefined {
  if (syntax.isImportDeclaration(statement)) return textOfName(statement.moduleSpecifier, syntax);
  if (syntax.isImportEqualsDeclaration(statement))
    return syntax.isExternalModuleReference(statement.moduleReference)
      ? textOfName(statement.moduleReference.expression, syntax)
      : undefined;
  const [declaration] = syntax.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  return declaration?.initializer && requiredModule(declaration.initializer, syntax);
}

function familyOf(module: string | undefined): string | undefined {
  return module?.replace(/^node:/, '').split('/')[0];
}

function atPlace(at: number): ImportPlace['range'] {
  return { start: at, end: at };
}

/** Whether a file writes `node:` before the modules of Node; where it imports none, it may as well. */
function hasPrefix(unit: FileUnit): boolean {
  const { sourceFile, syntax } = unit;
  const modules = importsOf(sourceFile, unit).flatMap(statement => moduleOf(statement, syntax) ?? []);
  return modules.some(module => module.startsWith('node:')) || !modules.some(module => modulesOfNode.has(module));
}

const modulesOfNode: ReadonlySet<string> = new Set([
  'child_process',
  'crypto',
  'fs',
  'fs/promises',
  'http',
  'https',
  'os',
  'path',
  'stream',
  'url',
  'util',
  'zlib',
]);

/** Behind the directives that a file begins with. */
function startOfCode({ sourceFile, syntax }: FileUnit): number {
  const first = sourceFile.statements.find(
    statement => !(syntax.isExpressionStatement(statement) && syntax.isStringLiteralLike(statement.expression)),
  );
  return first?.getStart(sourceFile) ?? 0;
}
