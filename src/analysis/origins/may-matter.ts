import type ts from 'typescript';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { hasReceivers } from './find-entry.js';
import { perUnit } from '../per-unit.js';
import type { ProjectIndex } from '../../project-index/project-index.js';
import type { Unit } from '../unit.js';
import { isPassing } from '../../syntax/is-passing.js';
import { unwrap } from '../../syntax/unwrap.js';

/** The names that may be those of a persistence call, or of a function that carries one. */
interface Names {
  /** As a member of something: `x.save()`. */
  readonly members: ReadonlySet<string>;
  /** As a name by itself: `save()`. */
  readonly locals: ReadonlySet<string>;
}

/**
 * Whether a call's name says that it may be a persistence call, or carry one: the project declares something of that name,
 * or a package that matters does, or the catalogue knows it. Most calls of a file are ruled out by that alone, before
 * anybody asks the checker.
 */
export function mayMatter(call: Candidate, unit: Unit): boolean {
  const { syntax } = unit;
  const callee = unwrap(calleeExpression(call), syntax);
  return (
    mayMatterAs(callee, call, unit) ||
    (isPassing(callee, syntax) && mayMatterAs(unwrap(callee.expression, syntax), call, unit))
  );
}

function mayMatterAs(callee: ts.Expression, call: Candidate, unit: Unit): boolean {
  const { syntax } = unit;
  if (callee.kind === syntax.SyntaxKind.SuperKeyword) return false;
  const isMember = syntax.isPropertyAccessExpression(callee);
  const name = isMember ? callee.name : callee;
  if (!syntax.isIdentifier(name) && !syntax.isPrivateIdentifier(name)) return true;
  const names = namesThatMatter(unit.index.of(call), unit);
  return names === 'all' || names.members.has(name.text) || (!isMember && names.locals.has(name.text));
}

/**
 * The names that a catalogue, settings and a program make matter. A repository that the settings name without its file or package may be anybody's. Of a library without receivers only its
 * functions matter: Node declares its SQLite among all that it has.
 */
const namesThatMatter = perUnit((index: ProjectIndex, { catalogue, facts, settings }): Names | 'all' => {
  const { packages, repositories } = settings;
  if (repositories.some(specifier => typeof specifier === 'string' || specifier.from === 'lib')) return 'all';
  const further = repositories.flatMap(specifier =>
    typeof specifier !== 'string' && specifier.from === 'package' ? [specifier.package] : [],
  );
  const withReceivers = catalogue.libraries.filter(hasReceivers);
  const declared = index.declaredNames([
    ...withReceivers.flatMap(entry => [...entry.packages]),
    ...packages,
    ...further,
  ]);
  return {
    members: new Set([...declared.members, ...collectKnown({ catalogue, facts, index })]),
    locals: declared.locals,
  };
});

/**
 * The names of libraries that can be called: their files are there, or an import of them is not found. A missing module of
 * another name may hand on any of them, so the other libraries' names count as well, but for those that arrays and the like
 * have too: these are what such a name nearly always is, and to look each of them up is what costs most.
 */
function collectKnown({ catalogue, facts, index }: Pick<Unit, 'catalogue' | 'facts' | 'index'>): readonly string[] {
  const present = index.packages();
  const missing = new Set([...facts.missingModules(index.imports())].map(packageOfModule));
  const callable = catalogue.libraries.filter(({ packages }) =>
    [...packages].some(name => present.has(name) || missing.has(name)),
  );
  const others = [...missing].every(name => catalogue.ofPackage.has(name)) ? [] : catalogue.libraries;
  return [
    ...callable.flatMap(({ names }) => [...names]),
    ...others.flatMap(({ names }) => [...names]).filter(name => !builtIn.has(name)),
  ];
}

/** The package that a module is of, by how it is imported: `a` of `a/b`, `@a/b` of `@a/b/c`. */
function packageOfModule(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The names of what the language's own objects can be asked to do. */
const builtIn: ReadonlySet<string> = new Set(
  [Array, Map, Set, String].flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype)),
);
