import type ts from 'typescript';
import type { DescribedType, ExportedValue, ExportFacts } from '../export-facts.js';
import type { ProjectFiles } from '../../project-index/project-files.js';
import { findPublicDeclarations } from './find-public-declarations.js';
import { placeOfFile, type PlaceSources } from './place-of-file.js';

/** What the files of a program give to those who import them, answered by its checker. */
export function classicExportFacts(compiler: typeof ts, from: PlaceSources, files: ProjectFiles): ExportFacts {
  const checker = from.program.getTypeChecker();
  return { valueOf, reachableFrom: entries => findPublicDeclarations(entries, compiler, { checker, files }) };

  function valueOf(name: string, sourceFile: ts.SourceFile): ExportedValue | undefined {
    const module = checker.getSymbolAtLocation(sourceFile);
    const exported = module && checker.getExportsOfModule(module).find(symbol => symbol.name === name);
    if (!exported) return undefined;
    const type = checker.getTypeOfSymbolAtLocation(exported, sourceFile);
    const signatures = type.getCallSignatures();
    const signature = signatures.find(({ parameters }) => parameters.every(isOptional));
    const given = signature && checker.getAwaitedType(signature.getReturnType());
    return { type: describe(type), isFunction: signatures.length > 0, given: given && describe(given) };
  }

  function isOptional(parameter: ts.Symbol): boolean {
    const declaration = parameter.valueDeclaration;
    return declaration !== undefined && compiler.isParameter(declaration) && checker.isOptionalParameter(declaration);
  }

  function describe(type: ts.Type): DescribedType {
    const symbol = type.getSymbol();
    const declaration = symbol?.declarations?.[0];
    return {
      declared:
        symbol && declaration
          ? { name: symbol.name, owner: undefined, place: placeOfFile(declaration.getSourceFile(), from) }
          : undefined,
      text: checker.typeToString(type), // eslint-disable-line no-restricted-syntax -- for a reader, and never asked of that backend
    };
  }
}
