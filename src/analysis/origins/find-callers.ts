import type ts from 'typescript';
import { statementAround } from '../../syntax/ancestors.js';
import { declaredNames } from '../../syntax/declared-names.js';
import type { Syntax } from '../../syntax/syntax.js';
import { defaultName, type NamedReference } from '../../syntax/declared-names.js';
import type { Unit } from '../unit.js';
import { perUnit } from '../per-unit.js';
import { isTestBeside } from './is-of-test.js';

/** Who runs a function, as far as the project's own files say, other than those of tests. */
export interface Callers {
  /** The expressions that stand for the function: what is called, and what is handed on to somebody. */
  readonly uses: readonly ts.Expression[];
  /** Whether nobody else can be seen to run it. */
  readonly areAll: boolean;
}

/**
 * Finds who runs a function, by its name and by those it is imported and exported under. All mentions of these are looked at,
 * however many: a bound would make who runs a function of what others call the same. What costs is to find them, file by file,
 * and to ask for the type of what a member is taken from, which is inferred once: never more than to check the types of the
 * files that name it.
 */
export const findCallers = perUnit((fn: ts.SignatureDeclaration, unit): Callers => {
  const names = new Set(declaredNames(fn, unit.syntax));
  const uses: ts.Expression[] = [];
  const isPrivate = isKnownInFile(fn, unit);
  for (const name of names) {
    for (const mention of unit.index.mentionsOf(name)) {
      if (isPrivate && mention.getSourceFile() !== fn.getSourceFile()) continue;
      if (
        isTestBeside(mention.getSourceFile().fileName, fn.getSourceFile().fileName, unit) ||
        (name === defaultName && !mayImport(mention, fn, unit))
      )
        continue;
      const meaning = readMention(mention, fn, unit);
      if (meaning.kind === 'unclear') return { uses, areAll: false };
      if (meaning.kind === 'alias') names.add(meaning.name);
      if (meaning.kind === 'use') uses.push(meaning.use);
    }
  }
  return { uses, areAll: names.size > 0 };
});

/** Whether a function is declared without being exported, so that what other files call the same is another one. */
function isKnownInFile(fn: ts.SignatureDeclaration, { index, syntax }: Unit): boolean {
  if (
    !syntax.isFunctionDeclaration(fn) ||
    !fn.name ||
    (fn.modifiers ?? []).some(({ kind }) => kind === syntax.SyntaxKind.ExportKeyword)
  )
    return false;
  const own = fn.getSourceFile();
  if (!own.statements.some(statement => syntax.isImportDeclaration(statement))) return false; // a script shares its names with others
  return ![...index.mentionsOf(fn.name.text)].some(
    ({ parent }) =>
      parent.getSourceFile() === own && (syntax.isExportSpecifier(parent) || syntax.isExportAssignment(parent)),
  );
}

/** Whether a mention of a default export may be of a file's, going by the name of the module and of the file alone. */
function mayImport(mention: ts.Node, fn: ts.Node, { syntax }: Unit): boolean {
  const statement = statementAround(mention, syntax);
  const specifier =
    syntax.isImportDeclaration(statement) || syntax.isExportDeclaration(statement)
      ? statement.moduleSpecifier
      : undefined;
  if (!specifier || !syntax.isStringLiteralLike(specifier)) return false;
  const [file, folder] = fn.getSourceFile().fileName.split('/').reverse().map(withoutExtension);
  const module = withoutExtension(specifier.text.split('/').at(-1) ?? '');
  return module === file || (file === 'index' && (module === folder || module === '.' || module === '..'));
}

function withoutExtension(name: string): string {
  return name.replace(/\.[cm]?[jt]sx?$/, '');
}

/** What a mention of a name is to a function. */
type Meaning =
  | { readonly kind: 'use'; readonly use: ts.Expression }
  /** Another name for it. */
  | { readonly kind: 'alias'; readonly name: string }
  | { readonly kind: 'other' }
  /** It may be the function; nobody can say. */
  | { readonly kind: 'unclear' };

const other: Meaning = { kind: 'other' };

function readMention(mention: NamedReference, fn: ts.SignatureDeclaration, unit: Unit): Meaning {
  const { facts, syntax } = unit;
  const { parent } = mention;
  const alias = aliasGivenBy(parent, syntax);
  if (alias) return standsFor(alias, fn, unit) ? { kind: 'alias', name: alias.text } : other;
  if (syntax.isExportAssignment(parent))
    return standsFor(mention, fn, unit) ? { kind: 'alias', name: defaultName } : other;
  if (isPartOfDeclaration(mention, syntax)) return other;
  const isMember =
    syntax.isPropertyAccessExpression(parent) ||
    (syntax.isElementAccessExpression(parent) && parent.argumentExpression === mention);
  const use = isMember && parent.expression !== mention ? parent : mention;
  if (standsFor(use, fn, unit)) return { kind: 'use', use };
  return isMember && use === parent && facts.yieldOf(parent.expression) === 'unknown' ? { kind: 'unclear' } : other;
}

/** The name that an import, an export or a pattern gives to what it names. */
function aliasGivenBy(parent: ts.Node, syntax: Syntax): ts.Identifier | undefined {
  const isSpecifier =
    syntax.isImportSpecifier(parent) || syntax.isExportSpecifier(parent) || syntax.isBindingElement(parent);
  const isWhole =
    syntax.isImportClause(parent) || syntax.isNamespaceImport(parent) || syntax.isImportEqualsDeclaration(parent);
  return (isSpecifier || isWhole) && parent.name && syntax.isIdentifier(parent.name) ? parent.name : undefined;
}

/** Whether a mention is the name of something that is declared there, or stands for a type. */
function isPartOfDeclaration(mention: NamedReference, syntax: Syntax): boolean {
  const { parent } = mention;
  if (syntax.isTypeQueryNode(parent)) return true;
  const declares =
    syntax.isClassLike(parent) ||
    syntax.isEnumMember(parent) ||
    syntax.isFunctionLike(parent) ||
    syntax.isParameter(parent) ||
    syntax.isPropertyAssignment(parent) ||
    syntax.isPropertyDeclaration(parent) ||
    syntax.isPropertySignature(parent) ||
    syntax.isVariableDeclaration(parent);
  return declares && parent.name === mention;
}

function standsFor(expression: ts.Expression, fn: ts.SignatureDeclaration, { facts }: Unit): boolean {
  return facts.functionsAt(expression).some(one => one === fn);
}
