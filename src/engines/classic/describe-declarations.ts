import type ts from 'typescript';
import { callSignature, textOfName } from '../../syntax/declared-names.js';
import type { Declared, Place } from '../type-facts.js';
import { placeOfFile, type PlaceSources } from './place-of-file.js';

/** Says where things and types are declared, in the words of the analysis. */
export interface Declarations {
  readonly toDeclared: (declaration: ts.Declaration) => Declared;
  /** A name as it is called by, without quotes; one that is computed, as it is written. */
  readonly nameOf: (name: ts.Node | undefined) => string;
  readonly placeOf: (declaration: ts.Declaration) => Place;
  /** The names of a type: its own and its alias's, those of its parts, of its constraint, and of all it extends or implements. */
  readonly namesOf: (type: ts.Type) => readonly Declared[];
  /** What a class or interface extends and implements; for the static side of a class, what the class itself does. */
  readonly heritageOf: (type: ts.Type) => readonly ts.Type[];
  /** Whether TypeScript's own libraries declare a type, under a name. */
  readonly isDeclaredInLib: (type: ts.Type, name: string) => boolean;
}

/** Makes what describes the declarations of a program. Answers are remembered. */
export function describeDeclarations(compiler: typeof ts, from: PlaceSources): Declarations {
  const { program } = from;
  const checker = program.getTypeChecker();
  const typeNames = new WeakMap<ts.Type, readonly Declared[]>();
  const places = new WeakMap<ts.SourceFile, Place>();
  return { heritageOf, isDeclaredInLib, nameOf, namesOf, placeOf, toDeclared };

  function nameOf(name: ts.Node | undefined): string {
    return textOfName(name, compiler) ?? name?.getText() ?? '';
  }

  function toDeclared(declaration: ts.Declaration): Declared {
    return {
      name: compiler.isCallSignatureDeclaration(declaration)
        ? callSignature
        : nameOf(compiler.getNameOfDeclaration(declaration)),
      owner: compiler.isSourceFile(declaration) ? undefined : ownerOf(declaration.parent)?.name?.text, // a namespace import is a file
      place: placeOf(declaration),
    };
  }

  /** The class, interface or alias whose body a member stands in. */
  function ownerOf(
    body: ts.Node,
  ): ts.ClassLikeDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration | undefined {
    if (compiler.isClassLike(body) || compiler.isInterfaceDeclaration(body) || compiler.isTypeAliasDeclaration(body))
      return body;
    return compiler.isTypeNode(body) ? ownerOf(body.parent) : undefined;
  }

  function placeOf(declaration: ts.Declaration): Place {
    const sourceFile = declaration.getSourceFile();
    let place = places.get(sourceFile);
    if (!place) places.set(sourceFile, (place = placeOfFile(sourceFile, from)));
    return place;
  }

  function namesOf(type: ts.Type): readonly Declared[] {
    let names = typeNames.get(type);
    if (!names) {
      const found = new Map<ts.Symbol, Declared>();
      collectNames(type, found, new Set());
      typeNames.set(type, (names = [...found.values()]));
    }
    return names;
  }

  function collectNames(type: ts.Type, found: Map<ts.Symbol, Declared>, seen: Set<ts.Type>): void {
    if (seen.has(type)) return;
    seen.add(type);
    const constrained = checker.getBaseConstraintOfType(type);
    if (constrained && constrained !== type) collectNames(constrained, found, seen);
    for (const symbol of [type.aliasSymbol, type.getSymbol()]) {
      const declaration = symbol?.declarations?.[0];
      if (symbol && declaration) found.set(symbol, toDeclared(declaration));
    }
    if (type.isUnionOrIntersection()) {
      for (const part of type.types) collectNames(part, found, seen);
    }
    for (const base of heritageOf(type)) collectNames(base, found, seen);
  }

  function heritageOf(type: ts.Type): readonly ts.Type[] {
    const declarations = type.getSymbol()?.declarations ?? [];
    return declarations
      .filter(declaration => compiler.isClassLike(declaration) || compiler.isInterfaceDeclaration(declaration))
      .flatMap(declaration => declaration.heritageClauses ?? [])
      .flatMap(clause => clause.types)
      .map(base => checker.getTypeAtLocation(base));
  }

  function isDeclaredInLib(type: ts.Type, name: string): boolean {
    const symbol = type.getSymbol();
    return (
      symbol?.name === name && (symbol.declarations ?? []).some(declaration => placeOf(declaration).from === 'lib')
    );
  }
}
