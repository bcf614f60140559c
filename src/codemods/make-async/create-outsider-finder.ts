import { basename, dirname, relative } from 'node:path';
import type ts from 'typescript';
import { defaultName } from '../../syntax/declared-names.js';
import { findEntries } from './find-entries.js';
import { findOutsideTexts } from './find-outside-texts.js';
import { findPublicDeclarations } from './find-public-declarations.js';

/** Says who may call what is declared without being in the program; undefined where nobody can. */
export type OutsiderFinder = (declaration: ts.Declaration, name: string, program: ts.Program) => string | undefined;

/**
 * Makes the search for callers that are not in the program: those who use the package, by what its entries export, and files of
 * the package's folder that the program leaves out, such as tests. Files are read only when somebody asks, and once.
 */
export function createOutsiderFinder(packageFolder: string, compiler: typeof ts): OutsiderFinder {
  const publics = new WeakMap<ts.Program, ReadonlySet<ts.Declaration>>();
  let texts: ReadonlyMap<string, string> | undefined;

  return (declaration, name, program) => {
    if (!isVisible(declaration)) return undefined;
    if (publicOf(program).has(declaration)) return `\`${name}\` is part of what the package gives to those who use it`;
    texts ??= findOutsideTexts(packageFolder, path => program.getSourceFile(path) !== undefined);
    const homes = homesOf(declaration);
    const path = [...texts].find(
      ([, text]) => (name === defaultName || mentions(text, name)) && homes.some(home => mentions(text, home)),
    )?.[0];
    return path === undefined
      ? undefined
      : `\`${relative(packageFolder, path)}\`, which is not in the project, may call \`${name}\``;
  };

  function publicOf(program: ts.Program): ReadonlySet<ts.Declaration> {
    let found = publics.get(program);
    if (!found)
      publics.set(program, (found = findPublicDeclarations(findEntries(packageFolder, program), compiler, program)));
    return found;
  }

  /** Whether something outside of its file can name a declaration: an export, or a member that is not private. */
  function isVisible(declaration: ts.Declaration): boolean {
    const { ModifierFlags } = compiler;
    const name = compiler.getNameOfDeclaration(declaration);
    if (name && compiler.isPrivateIdentifier(name)) return false;
    const flags = compiler.getCombinedModifierFlags(declaration);
    if ((flags & ModifierFlags.Private) !== 0) return false;
    const isMember =
      compiler.isClassElement(declaration) ||
      compiler.isTypeElement(declaration) ||
      compiler.isObjectLiteralElement(declaration);
    return isMember || (flags & ModifierFlags.Export) !== 0 || isExportedByName(declaration);
  }

  /** `export { save }` and `export default save`, anywhere in the file: which is said by its text, and too often rather than too seldom. */
  function isExportedByName(declaration: ts.Declaration): boolean {
    if (compiler.isExportAssignment(declaration)) return true;
    return (
      isTopLevel(declaration) &&
      /\bexport\s*(?:\{|default\b|=)|\bmodule\.exports\b/.test(declaration.getSourceFile().text)
    );
  }

  function isTopLevel(node: ts.Node): boolean {
    for (let at = node.parent; !compiler.isSourceFile(at); at = at.parent)
      if (compiler.isFunctionLike(at)) return false;
    return true;
  }

  /** What a file has to name, too, to get at a declaration: its file, or the type around it. */
  function homesOf(declaration: ts.Declaration): readonly string[] {
    const { fileName } = declaration.getSourceFile();
    const file = basename(fileName).replace(/\.[cm]?[jt]sx?$/, '');
    const { parent } = declaration;
    const owner =
      compiler.isClassLike(parent) || compiler.isInterfaceDeclaration(parent) ? parent.name?.text : undefined;
    return [file === 'index' ? basename(dirname(fileName)) : file, ...(owner === undefined ? [] : [owner])];
  }
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
