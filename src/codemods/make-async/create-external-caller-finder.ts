import { basename, dirname, relative } from 'node:path';
import type ts from 'typescript';
import type { Engine } from '../../engines/engine.js';
import { defaultName } from '../../syntax/declared-names.js';
import type { Syntax } from '../../syntax/syntax.js';
import { findEntries } from './find-entries.js';
import { findOutsideTexts } from './find-outside-texts.js';

/** Finds possible callers of a declaration outside the project; undefined if there are none. */
export type ExternalCallerFinder = (declaration: ts.Declaration, name: string) => string | undefined;

/**
 * Creates the search for callers outside the project: users of the package, by what its entries export, and files of
 * the package's folder that the project excludes, such as tests. Files are read on demand, and once for all
 * engines of the project.
 */
export function createExternalCallerFinder(packageFolder: string): (engine: Engine) => ExternalCallerFinder {
  let texts: ReadonlyMap<string, string> | undefined;

  return ({ exports, files, syntax }) => {
    let publics: ReadonlySet<ts.Declaration> | undefined;
    return (declaration, name) => {
      if (!isVisible(declaration, syntax)) return undefined;
      publics ??= exports.reachableFrom(findEntries(packageFolder, files));
      if (publics.has(declaration)) return `\`${name}\` is part of the public API of the package`;
      texts ??= findOutsideTexts(packageFolder, path => files.named(path) !== undefined);
      const homes = homesOf(declaration, syntax);
      const path = [...texts].find(
        ([, text]) => (name === defaultName || mentions(text, name)) && homes.some(home => mentions(text, home)),
      )?.[0];
      return path === undefined
        ? undefined
        : `\`${relative(packageFolder, path)}\`, which is not in the project, may call \`${name}\``;
    };
  };
}

/** Whether something outside of its file can name a declaration: an export, or a member that is not private. */
function isVisible(declaration: ts.Declaration, syntax: Syntax): boolean {
  const { ModifierFlags } = syntax;
  const name = syntax.getNameOfDeclaration(declaration);
  if (name && syntax.isPrivateIdentifier(name)) return false;
  const flags = syntax.getCombinedModifierFlags(declaration);
  if ((flags & ModifierFlags.Private) !== 0) return false;
  const isMember =
    syntax.isClassElement(declaration) ||
    syntax.isTypeElement(declaration) ||
    syntax.isObjectLiteralElement(declaration);
  return isMember || (flags & ModifierFlags.Export) !== 0 || isExportedByName(declaration, syntax);
}

/** `export { save }` and `export default save`, anywhere in the file: which is said by its text, and too often rather than too seldom. */
function isExportedByName(declaration: ts.Declaration, syntax: Syntax): boolean {
  if (syntax.isExportAssignment(declaration)) return true;
  return (
    isTopLevel(declaration, syntax) &&
    /\bexport\s*(?:\{|default\b|=)|\bmodule\.exports\b/.test(declaration.getSourceFile().text)
  );
}

function isTopLevel(node: ts.Node, syntax: Syntax): boolean {
  for (let at = node.parent; !syntax.isSourceFile(at); at = at.parent) if (syntax.isFunctionLike(at)) return false;
  return true;
}

/** What a file also has to name to reach a declaration: its file, or the type around it. */
function homesOf(declaration: ts.Declaration, syntax: Syntax): readonly string[] {
  const { fileName } = declaration.getSourceFile();
  const file = basename(fileName).replace(/\.[cm]?[jt]sx?$/, '');
  const { parent } = declaration;
  const owner = syntax.isClassLike(parent) || syntax.isInterfaceDeclaration(parent) ? parent.name?.text : undefined;
  return [file === 'index' ? basename(dirname(fileName)) : file, ...(owner === undefined ? [] : [owner])];
}

function mentions(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isWordCharacter(text[at - 1]) && !isWordCharacter(text[at + word.length])) return true;
  }
  return false;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{ID_Continue}$]/u.test(character);
}
