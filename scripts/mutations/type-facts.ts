import type { Mutation } from './mutation.js';

const detection = ['test/analysis/fixtures.test.ts'];

/** Breaks of what is asked of the checker. */
export const typeFactsMutations: readonly Mutation[] = [
  {
    name: 'what a module gives as a whole goes by the name of its function alone',
    file: 'src/type-facts/index-calls.ts',
    from: 'add(name, wholeOf(specifier.text));',
    to: 'add(name, specifier.text);',
    tests: ['test/type-facts/index-calls.test.ts'],
  },
  {
    name: 'an index is no name of its folder',
    file: 'src/type-facts/index-calls.ts',
    from: 'return whole === wholeOf(\'index\') ? [whole, wholeOf(',
    to: 'return whole !== wholeOf(\'index\') ? [whole, wholeOf(',
    tests: ['test/type-facts/index-calls.test.ts'],
  },
  {
    name: 'heritage is overlooked',
    file: 'src/type-facts/classic-type-facts.ts',
    from: 'for (const base of heritageOf(type)) collectNames(base, found, seen);',
    to: '',
    tests: detection,
  },
  {
    name: 'a compiler is taken for another',
    file: 'src/type-facts/assert-same-compiler.ts',
    from: 'if (sameFlags && (file === undefined || compiler.isSourceFile(file))) return;',
    to: 'if (sameFlags || file !== undefined) return;',
    tests: ['test/type-facts'],
  },
  {
    name: 'a project function behind an interface is not followed',
    file: 'src/type-facts/find-functions.ts',
    from: 'member ? ofImplementers(member, symbol.name, steps)',
    to: 'member && steps < 0 ? ofImplementers(member, symbol.name, steps)',
    tests: detection,
  },
  {
    name: 'a function behind a type of functions is not followed',
    file: 'src/type-facts/find-functions.ts',
    from: 'return functions.length > 0 ? functions : ofFunctionType(type.aliasSymbol ?? type.getSymbol());',
    to: 'return functions;',
    tests: detection,
  },
  {
    name: 'a type that instanceof narrows is taken for the one that is written down',
    file: 'src/type-facts/find-written-symbols.ts',
    from: 'isNarrowed(compiler, expression) ? undefined :',
    to: '',
    tests: ['test/type-facts/find-written-symbols.test.ts'],
  },
  {
    name: 'a member that a spread may hide is taken for the one that is written down',
    file: 'src/type-facts/find-member.ts',
    from: 'if (declared.some(({ kind }) => kind === compiler.SyntaxKind.SpreadAssignment)) return members;',
    to: '',
    tests: ['test/type-facts/find-written-symbols.test.ts'],
  },
  {
    name: 'a function that returns a value is taken for one that gives nothing',
    file: 'src/type-facts/index-declarations.ts',
    from: 'if (compiler.isReturnStatement(node) && node.expression) addReturn(node);',
    to: '',
    tests: ['test/type-facts/index-declarations.test.ts'],
  },
  {
    name: 'an import that is not found is overlooked',
    file: 'src/type-facts/find-missing-modules.ts',
    from: 'return isCode(text);',
    to: 'return false;',
    tests: ['test/type-facts/find-missing-modules.test.ts'],
  },
  {
    name: 'a property whose type can be called is ruled out',
    file: 'src/type-facts/index-names.ts',
    from: 'if (!uncallable.has(type) || callable.has(type)) members.add(member);',
    to: '',
    tests: ['test/analysis/fixtures.test.ts'],
  },
  {
    name: 'what a module keeps is taken for a member',
    file: 'src/type-facts/index-declarations.ts',
    from: 'return isInsideFunction(declaration) || isKeptByModule(declaration);',
    to: 'return isInsideFunction(declaration);',
    tests: ['test/type-facts/index-declarations.test.ts'],
  },
  {
    name: 'a part of a type is taken for the whole',
    file: 'src/type-facts/find-written-symbols.ts',
    from: "? ofLibrary('ReadonlyArray') : { ...written, isPart: true };",
    to: "? ofLibrary('ReadonlyArray') : written;",
    tests: ['test/type-facts/find-written-symbols.test.ts'],
  },
  {
    name: 'of several types the first is taken',
    file: 'src/type-facts/find-written-symbols.ts',
    from: "isOrExtends(one, general, steps - 1)));",
    to: 'one !== undefined));',
    tests: ['test/type-facts/find-written-symbols.test.ts'],
  },
  {
    name: 'an implementer of another type of the same name is followed',
    file: 'src/type-facts/find-functions.ts',
    from: '.filter(({ named }) => symbolOf(named) === type)',
    to: '',
    tests: ['test/analysis/fixtures.test.ts'],
  },
  {
    name: 'the names of libraries that are not there cost as much as those that are',
    file: 'src/analysis/origins/may-matter.ts',
    from: '.filter(name => !builtIn.has(name))',
    to: '',
    tests: ['test/analysis/may-matter.test.ts'],
  },
];
