import { calleeExpression, type Candidate } from '../candidate.js';
import type { Unit } from '../unit.js';
import { unwrap } from '../syntax/unwrap.js';

/** The names that may be those of a persistence call, or of a function that carries one. */
interface Names {
  /** As a member of something: `x.save()`. */
  readonly members: ReadonlySet<string>;
  /** As a name by itself: `save()`. */
  readonly locals: ReadonlySet<string>;
}

/** Names that a catalogue, settings and a program make matter. */
const namesByFacts = new WeakMap<Unit['facts'], WeakMap<Unit['settings'], Names | 'all'>>();

/**
 * Whether a call's name says that it may be a persistence call, or carry one: the project declares something of that name,
 * or a package that matters does, or the catalogue knows it. Most calls of a file are ruled out by that alone, before
 * anybody asks the checker.
 */
export function mayMatter(call: Candidate, unit: Unit): boolean {
  const { syntax } = unit;
  const callee = unwrap(calleeExpression(call), syntax);
  if (callee.kind === syntax.SyntaxKind.SuperKeyword) return false;
  const isMember = syntax.isPropertyAccessExpression(callee);
  const name = isMember ? callee.name : callee;
  if (!syntax.isIdentifier(name) && !syntax.isPrivateIdentifier(name)) return true;
  const names = namesThatMatter(unit);
  return names === 'all' || names.members.has(name.text) || (!isMember && names.locals.has(name.text));
}

function namesThatMatter(unit: Unit): Names | 'all' {
  const { facts, settings } = unit;
  let bySettings = namesByFacts.get(facts);
  if (!bySettings) namesByFacts.set(facts, (bySettings = new WeakMap()));
  let names = bySettings.get(settings);
  if (!names) bySettings.set(settings, (names = collectNames(unit)));
  return names;
}

/**
 * A repository that the settings name without its file or package may be anybody's. Of a library without receivers only its
 * functions matter: Node declares its SQLite among all that it has. A library that is not there can only be called where an
 * import is not found.
 */
function collectNames({ catalogue, facts, settings }: Unit): Names | 'all' {
  const { packages, repositories } = settings;
  if (repositories.some(specifier => typeof specifier === 'string' || specifier.from === 'lib')) return 'all';
  const further = repositories.flatMap(specifier => (typeof specifier !== 'string' && specifier.from === 'package' ? [specifier.package] : []));
  const withReceivers = catalogue.libraries.filter(({ receivers }) => receivers.length > 0);
  const declared = facts.declaredNames([...withReceivers.flatMap(entry => entry.packages), ...packages, ...further]);
  const present = facts.packages();
  const callable = facts.hasMissingImport() ? catalogue.libraries : catalogue.libraries.filter(entry => entry.packages.some(name => present.has(name)));
  const known = callable.flatMap(({ functions = [], operations }) => [...functions, ...Object.values(operations).flat()]);
  return { members: new Set([...declared.members, ...known]), locals: declared.locals };
}
