import type ts from 'typescript';
import { packageOfFile } from '../package-of-file.js';
import { defaultName, type NamedReference } from '../syntax/declared-names.js';
import { collectNames } from './collect-names.js';
import type { FileRecords } from './file-records.js';
import { findCallersByName } from './find-callers-by-name.js';
import type { ProjectFiles } from './project-files.js';
import type { ProjectIndex } from './project-index.js';
import type { Implementer } from './visit-implementers.js';

/** Answers what is asked of the trees of a project, from what is known of its files. */
export function createProjectIndex(files: ProjectFiles, records: FileRecords): ProjectIndex {
  const all = files.all();
  const own = files.own();
  let packageNames: ReadonlySet<string> | undefined;
  let implementers: ReadonlyMap<string, readonly Implementer[]> | undefined;

  const index: ProjectIndex = {
    of: () => index,
    declaredNames: packages =>
      collectNames(
        all
          .filter(sourceFile => isOfNoneOr(sourceFile, packages))
          .map(sourceFile => (files.isOwn(sourceFile) ? records.of(sourceFile).names : records.namesOf(sourceFile))),
      ),
    namesReaching: names =>
      findCallersByName(
        own.map(sourceFile => records.of(sourceFile).calls),
        names,
      ),
    packages: () => (packageNames ??= new Set(all.flatMap(({ fileName }) => packageOfFile(fileName) ?? []))),
    isNamed,
    imports: () => own.flatMap(sourceFile => records.of(sourceFile).imports),
    mentionsOf,
    mentionsIn: (sourceFile, name) => records.referencesIn(sourceFile).get(name) ?? [],
    dynamicAccesses: () => own.flatMap(records.dynamicAccessesIn),
    implementersOf: type => (implementers ??= collectImplementers()).get(type) ?? [],
    isNarrowed: name => records.of(name.getSourceFile()).narrowed.has(name.text),
    settlersIn: sourceFile => records.of(sourceFile).settlers,
  };
  return index;

  /** Whether a file is one of some packages, or of no package and no part of the language. */
  function isOfNoneOr(sourceFile: ts.SourceFile, packages: readonly string[]): boolean {
    const owner = ownerOf(sourceFile);
    return !files.isOfLanguage(sourceFile) && (owner === undefined || packages.includes(owner));
  }

  /** The external package that a file belongs to. */
  function ownerOf(sourceFile: ts.SourceFile): string | undefined {
    return files.isOwn(sourceFile) ? undefined : packageOfFile(sourceFile.fileName);
  }

  function isNamed(module: string, without: readonly string[]): boolean {
    return all.some(sourceFile => {
      if (!sourceFile.text.includes(module)) return false;
      const owner = ownerOf(sourceFile);
      return owner === undefined || !without.includes(owner);
    });
  }

  /** Only files whose text contains the name are walked. */
  function* mentionsOf(name: string): Generator<NamedReference> {
    for (const sourceFile of own)
      if (mayHold(name, sourceFile)) yield* records.referencesIn(sourceFile).get(name) ?? [];
  }

  function collectImplementers(): ReadonlyMap<string, readonly Implementer[]> {
    const found = new Map<string, Implementer[]>();
    for (const sourceFile of own) {
      for (const [type, ofType] of records.of(sourceFile).implementers) {
        const known = found.get(type);
        if (known) known.push(...ofType);
        else found.set(type, [...ofType]);
      }
    }
    return found;
  }
}

/** Whether a file's text may contain a name, literally or with escapes. */
function mayHold(name: string, { text }: ts.SourceFile): boolean {
  return (
    text.includes(name) ||
    (name === defaultName && text.includes('import')) ||
    text.includes('\\u') ||
    text.includes('\\x')
  );
}
