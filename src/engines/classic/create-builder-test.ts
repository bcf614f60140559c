import type ts from 'typescript';
import type { Place, Yield } from '../type-facts.js';

/** What a test for builders asks of types. */
export interface TypeQuestions {
  /** What a type extends and implements. */
  readonly heritageOf: (type: ts.Type) => readonly ts.Type[];
  readonly placeOf: (declaration: ts.Declaration) => Place;
  readonly yieldOfType: (type: ts.Type) => Yield;
}

/**
 * Makes the test whether a type is a builder: something to wait for with a method that gives its own kind, whatever the type
 * arguments, or something else to wait for of which that is so. A promise of another make is none: its `then` gives its own kind,
 * where that of a builder runs it and gives a promise. Answers are remembered.
 */
export function createBuilderTest(
  checker: ts.TypeChecker,
  { heritageOf, placeOf, yieldOfType }: TypeQuestions,
): (type: ts.Type) => boolean {
  const known = new WeakMap<ts.Type, boolean>();
  return isBuilder;

  function isBuilder(type: ts.Type): boolean {
    let answer = known.get(type);
    if (answer === undefined) known.set(type, (answer = isBuilt(checker.getBaseConstraintOfType(type) ?? type)));
    return answer;
  }

  function isBuilt(type: ts.Type): boolean {
    if (type.isUnion()) return type.types.some(isBuilder);
    return givesOwnKind(type) || (isAwaited(type) && hasMethod(type, givesOwnKind));
  }

  function givesOwnKind(type: ts.Type): boolean {
    return isAwaited(type) && hasMethod(type, result => isOfKind(result, type));
  }

  /** Whether a type can be awaited, and its `then` gives something else. */
  function isAwaited(type: ts.Type): boolean {
    const then = yieldOfType(type) === 'thenable' ? type.getProperty('then') : undefined;
    return then !== undefined && !resultsOf(then).some(result => isOfKind(result, type));
  }

  /** Whether a type has a method that gives what is meant, and that it does not have from the platform. */
  function hasMethod(type: ts.Type, isMeant: (result: ts.Type) => boolean): boolean {
    return type
      .getProperties()
      .some(member => resultsOf(member).some(isMeant) && !isOfPlatform(member.name, type, new Set()));
  }

  function resultsOf(method: ts.Symbol): readonly ts.Type[] {
    return checker
      .getTypeOfSymbol(method)
      .getCallSignatures()
      .map(signature => signature.getReturnType());
  }

  /** Whether a member of a type is declared by the language or by Node, whoever declares it anew. */
  function isOfPlatform(name: string, type: ts.Type, seen: Set<ts.Type>): boolean {
    if (seen.has(type)) return false;
    seen.add(type);
    const declarations = type.getProperty(name)?.declarations ?? [];
    const parts = type.isIntersection() ? type.types : heritageOf(type);
    return (
      declarations.some(declaration => isPlatform(placeOf(declaration))) ||
      parts.some(part => isOfPlatform(name, part, seen))
    );
  }

  function isPlatform(place: Place): boolean {
    return place.from === 'lib' || (place.from === 'package' && place.package === 'node');
  }

  function isOfKind(result: ts.Type, type: ts.Type): boolean {
    if (result === type) return true;
    const symbols = new Set(symbolsOf(type));
    return symbolsOf(result).some(symbol => symbols.has(symbol));
  }

  /** The symbols of a type, of its alias and of its parts, but for those of the language, such as `Omit`. */
  function symbolsOf(type: ts.Type): readonly ts.Symbol[] {
    const own = [type.getSymbol(), type.aliasSymbol].filter(
      symbol => symbol?.declarations?.some(declaration => placeOf(declaration).from !== 'lib') === true,
    );
    return [
      ...own.filter(symbol => symbol !== undefined),
      ...(type.isUnionOrIntersection() ? type.types.flatMap(symbolsOf) : []),
    ];
  }
}
