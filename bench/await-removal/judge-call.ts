import type ts from 'typescript';
import type { AwaitedCall } from './find-awaited-calls.js';
import { persistencePackages, prismaPromise, repositoryName } from './persistence-packages.js';

/** What a call is, by this measure's own test: a persistence call of a package or of the `project`; of `any`; or another. */
export type CallJudgement =
  { readonly kind: 'persistence'; readonly library: string } | { readonly kind: 'any' } | { readonly kind: 'other' };

/** Answers what calls are, from a checker. */
export interface CallJudge {
  judge(call: AwaitedCall): CallJudgement;
  /** Whether awaiting an expression waits for anything: a part of its type has a `then` that can be called. */
  isAwaitable(expression: ts.Expression): boolean;
}

/**
 * Creates the measure's own test of persistence calls: the file that declares the resolved signature, or a type the receiver
 * has or extends belongs to a listed package; the receiver has, extends or implements a project type with a repository's
 * name; or the result is a Prisma promise. What implements a library's interface is no client, but a subscriber or a plugin.
 */
export function createCallJudge(program: ts.Program, compiler: typeof ts): CallJudge {
  const checker = program.getTypeChecker();
  return { judge, isAwaitable };

  function judge(call: AwaitedCall): CallJudgement {
    const callee = compiler.isCallExpression(call) ? call.expression : call.tag;
    const receiver =
      compiler.isPropertyAccessExpression(callee) || compiler.isElementAccessExpression(callee)
        ? callee.expression
        : undefined;
    const declaration = checker.getResolvedSignature(call)?.declaration;
    const types = [...(receiver ? partsOf(checker.getTypeAtLocation(receiver)) : [])];
    const library =
      (declaration && libraryOf(declaration)) ??
      firstDefined(types, libraryOfType) ??
      firstDefined([...partsOf(checker.getTypeAtLocation(call))], libraryOfResult);
    if (library !== undefined) return { kind: 'persistence', library };
    return isAny(receiver ?? callee) || isAny(callee) ? { kind: 'any' } : { kind: 'other' };
  }

  function isAny(expression: ts.Expression): boolean {
    return (checker.getTypeAtLocation(expression).flags & compiler.TypeFlags.Any) !== 0;
  }

  function isAwaitable(expression: ts.Expression): boolean {
    return [...partsOf(checker.getTypeAtLocation(expression))].some(type => {
      const then = checker.getPropertyOfType(type, 'then');
      return then !== undefined && checker.getTypeOfSymbolAtLocation(then, expression).getCallSignatures().length > 0;
    });
  }

  /** A type with its constraint, the parts of a union or intersection, all it extends, and the project's types that it implements. */
  function partsOf(type: ts.Type, parts = new Set<ts.Type>()): ReadonlySet<ts.Type> {
    if (parts.has(type)) return parts;
    parts.add(type);
    const constraint = checker.getBaseConstraintOfType(type);
    const inner = type.isUnionOrIntersection() ? type.types : [];
    for (const next of [...(constraint ? [constraint] : []), ...inner, ...heritageOf(type)]) partsOf(next, parts);
    return parts;
  }

  function heritageOf(type: ts.Type): readonly ts.Type[] {
    return (type.getSymbol()?.declarations ?? [])
      .filter(declaration => compiler.isClassLike(declaration) || compiler.isInterfaceDeclaration(declaration))
      .flatMap(({ heritageClauses }) => heritageClauses ?? [])
      .flatMap(({ token, types }) =>
        types.map(base => ({
          type: checker.getTypeAtLocation(base),
          isExtended: token === compiler.SyntaxKind.ExtendsKeyword,
        })),
      )
      .filter(base => base.isExtended || base.type.getSymbol()?.declarations?.some(isOwn))
      .map(base => base.type);
  }

  function libraryOfType(type: ts.Type): string | undefined {
    return firstDefined(symbolsOf(type), symbol => {
      const listed = firstDefined(symbol.declarations ?? [], libraryOf);
      const isRepository = repositoryName.test(symbol.name) && symbol.declarations?.some(isOwn) === true;
      return listed ?? (isRepository ? 'project' : undefined);
    });
  }

  function libraryOfResult(type: ts.Type): string | undefined {
    return symbolsOf(type).some(({ name }) => name === prismaPromise) ? '@prisma/client' : undefined;
  }

  function symbolsOf(type: ts.Type): readonly ts.Symbol[] {
    return [type.aliasSymbol, type.getSymbol()].filter(symbol => symbol !== undefined);
  }

  function libraryOf(declaration: ts.Node): string | undefined {
    const name = packageOf(declaration.getSourceFile().fileName);
    return name !== undefined && persistencePackages.has(name) ? name : undefined;
  }

  function isOwn(declaration: ts.Node): boolean {
    const sourceFile = declaration.getSourceFile();
    return packageOf(sourceFile.fileName) === undefined && !program.isSourceFileDefaultLibrary(sourceFile);
  }
}

/** The package whose folder holds a file, and for a type package the one that it describes. */
function packageOf(fileName: string): string | undefined {
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(fileName) ?? [];
  if (!name?.startsWith('@types/')) return name;
  const described = name.slice('@types/'.length);
  return described.includes('__') ? `@${described.replace('__', '/')}` : described;
}

function firstDefined<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Answer | undefined,
): Answer | undefined {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
