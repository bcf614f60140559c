import type ts from 'typescript';

/** The modules among some imports of a program that are not found, or have no types: nobody can say what is taken from them. */
export function findMissingModules(imports: readonly ts.StringLiteralLike[], program: ts.Program): ReadonlySet<string> {
  const checker = program.getTypeChecker();
  const present = new Set(program.getSourceFiles().map(({ fileName }) => withoutExtension(fileName)));
  const found = new Set<string>();
  return new Set(imports.filter(isMissing).map(({ text }) => text));

  /** The checker is only asked where the name of the file does not say it, and once for each package. */
  function isMissing(specifier: ts.StringLiteralLike): boolean {
    const { text } = specifier;
    const isRelative = text.startsWith('.');
    if (isRelative ? isPresent(specifier) : found.has(text)) return false;
    if (checker.getSymbolAtLocation(specifier) === undefined) return isCode(text);
    if (!isRelative) found.add(text);
    return false;
  }

  function isPresent(specifier: ts.StringLiteralLike): boolean {
    const path = join(specifier.getSourceFile().fileName, specifier.text);
    return present.has(path) || present.has(withoutExtension(path)) || present.has(`${path}/index`);
  }
}

/** Whether a module is one of TypeScript or JavaScript, and not a picture or the like. */
function isCode(module: string): boolean {
  return !/\.[a-z]\w*$/i.test(module) || withoutExtension(module) !== module;
}

function withoutExtension(path: string): string {
  return path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
}

/** The path that a relative module has, seen from a file. */
function join(fileName: string, module: string): string {
  const parts = fileName.split('/').slice(0, -1);
  for (const part of module.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
