import type ts from 'typescript';
import type { Execution, Operation } from '../../catalogue/library-entry.js';
import type { Library } from '../../catalogue/library.js';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { classifyOperation } from './classify-operation.js';
import { extendsQuery, findChain, operationOfChain } from './find-chain.js';
import {
  findEntry,
  hasReceivers,
  isGeneratedBy,
  isListed,
  isOfOperation,
  isReceiver,
  toChainedLibrary,
} from './find-entry.js';
import type { Origin } from '../finding.js';
import { isOfPackage } from './match-methods.js';
import { matchesPattern } from './matches-pattern.js';
import { matchesSpecifier } from './match-specifier.js';
import type { Callee, Declared, UnknownReason, Yield } from '../../engines/type-facts.js';
import { callSignature } from '../../syntax/declared-names.js';
import type { Unit } from '../unit.js';
import { unwrap } from '../../syntax/unwrap.js';
import { yieldOf } from './yield-of.js';

/** The library that reports name for a project's own repository types. */
export const projectLibrary = 'project';

/** What a call turned out to be. */
export type OriginAnswer =
  | {
      readonly kind: 'persistence';
      readonly origin: Origin;
      /** The query that it extends, where that was begun elsewhere and belongs to whoever holds it. */
      readonly query: ts.Expression | undefined;
      /** Whether it gives a query that may be meant as text. */
      readonly isText: boolean;
    }
  | { readonly kind: 'other' }
  | { readonly kind: 'unknown'; readonly why: UnknownReason };

const other: OriginAnswer = { kind: 'other' };

/** What waits for a query, by whichever type it is declared. */
const waiting: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/**
 * Says whether `call` is a persistence call, and which: declared by a catalogued library on one of its receivers, or by a
 * project type that is a repository by name, heritage or settings; and in each case awaitable. Asks for the callee's
 * declaration before anything asks for a type, since resolving a call's type costs ten times more.
 */
export function resolveOrigin(call: Candidate, unit: Unit): OriginAnswer {
  const callee = unit.facts.calleeOf(call);
  if (callee.kind === 'unknown') return callee;
  const { allow, promiseConsumers } = unit.settings;
  if (
    callee.declarations.some(
      declared => matchesSpecifier(declared, allow) || matchesSpecifier(declared, promiseConsumers),
    )
  )
    return other;

  if (callee.declarations.some(({ name }) => waiting.has(name))) return other; // what they wait for is the call, and runs

  const source = findSource(call, callee.declarations, unit);
  if (!source) return other;
  const yielded = yieldOf(call, unit);
  if (yielded === 'unknown') return { kind: 'unknown', why: 'any' };
  if (yielded === 'value') return other;
  if (source.entry) return ofLibrary(call, { ...source, entry: source.entry }, yielded, unit);
  if (yielded === 'thenable' && givesQuery(call, unit)) return ofBuilder(call, source.declared, unit);
  return ofProject(call, source.declared, unit);
}

function ofLibrary(call: Candidate, source: Required<Source>, yielded: Yield, unit: Unit): OriginAnswer {
  const { declared, entry } = source;
  const chain = findChain(call, toChainedLibrary(entry), unit);
  const execution =
    yielded === 'thenable' && !isListed(declared, entry.eager) ? executionOf(call, entry, unit) : 'eager';
  return {
    kind: 'persistence',
    origin: {
      library: entry.library,
      receiver: declared.owner,
      method: methodOf(call, declared, unit),
      operation: operationOfCommand(call, source, unit) ?? operationOfChain(chain),
      execution,
      via: [],
    },
    query: execution === 'lazy' && extendsQuery(chain, unit) ? chain.root : undefined,
    isText: entry.isText,
  };
}

/** When a call of a library runs that gives a thenable of it: as the entry says, but for a query in a version that the entry does not mean. */
function executionOf(call: Candidate, { execution }: Library, unit: Unit): Execution {
  return execution !== 'lazy' && givesQuery(call, unit) ? 'lazy' : execution;
}

/**
 * Whether a call gives a query that runs when it is awaited, and until then changes with every call on it: a builder that is no
 * promise, or that of a library whose queries are promises and lazy.
 */
function givesQuery(call: Candidate, unit: Unit): boolean {
  if (!unit.facts.isBuilder(call)) return false;
  const types = unit.facts.typesOf(call);
  return !types.some(isPromise) || types.some(type => findEntry(type, unit)?.execution === 'lazy');
}

function isPromise({ name, place }: Declared): boolean {
  return name === 'Promise' && place.from === 'lib';
}

/** What the command does that a call sends; undefined for a call that sends none. */
function operationOfCommand(
  call: Candidate,
  { declared, entry: { commands } }: Required<Source>,
  { facts, syntax }: Unit,
): Operation | undefined {
  const [command] = syntax.isCallExpression(call) ? call.arguments : [];
  if (!commands || !command || !isListed(declared, commands.methods)) return undefined;
  return facts.typesOf(command).some(({ name }) => matchesPattern(name, commands.reads)) ? 'read' : 'write';
}

/**
 * A query that is no catalogued library's call: of a package that the settings name it is built as any library's. Of a project's
 * own function only its body says whether it makes the query, or extends one that it was given or keeps.
 */
function ofBuilder(call: Candidate, declared: Declared, unit: Unit): OriginAnswer {
  const { place } = declared;
  if (place.from !== 'package') return other;
  const isDeclaredHere = (callee: Callee): boolean =>
    callee.kind === 'declared' &&
    callee.declarations.some(one => one.place.from === 'package' && one.place.package === place.package);
  const chain = findChain(call, { isDeclaredHere, operationOf: callee => classifyCallee(callee, unit) }, unit);
  return {
    kind: 'persistence',
    origin: {
      library: place.package,
      receiver: declared.owner,
      method: methodOf(call, declared, unit),
      operation: operationOfChain(chain),
      execution: 'lazy',
      via: [],
    },
    query: extendsQuery(chain, unit) ? chain.root : undefined,
    isText: false,
  };
}

function classifyCallee(callee: Callee, unit: Unit): Operation {
  const operations =
    callee.kind === 'declared' ? callee.declarations.map(({ name }) => classifyOperation(name, unit)) : [];
  return operations.find(operation => operation !== 'unknown') ?? 'unknown';
}

function ofProject(call: Candidate, declared: Declared, unit: Unit): OriginAnswer {
  const { place } = declared;
  const method = methodOf(call, declared, unit);
  return {
    kind: 'persistence',
    origin: {
      library: place.from === 'package' ? place.package : projectLibrary,
      receiver: declared.owner,
      method,
      operation: classifyOperation(method, unit),
      execution: 'eager',
      via: [],
    },
    query: undefined,
    isText: false,
  };
}

/** The declaration that makes a call a persistence call, with its catalogue entry if a library's. */
interface Source {
  readonly declared: Declared;
  readonly entry?: Library;
}

function findSource(call: Candidate, declarations: readonly Declared[], unit: Unit): Source | undefined {
  for (const declared of declarations) {
    const entry = findEntry(declared, unit);
    if (entry)
      return isCallOn(call, declared, { entry, unit }) && !isListed(declared, entry.unawaited)
        ? { declared, entry }
        : undefined;
  }
  const { packages, repositories } = unit.settings;
  const configured = declarations.find(
    declared => isOfPackage(declared, packages) || matchesSpecifier(declared, repositories),
  );
  if (configured) return { declared: configured };

  const member = declarations.find(declared => declared.place.from === 'file' && declared.owner !== undefined);
  return member && (findGenerated(call, member, unit) ?? findRepository(call, member, unit));
}

/** A member of a client that a library generates into the project. */
function findGenerated(call: Candidate, declared: Declared, { catalogue, facts }: Unit): Source | undefined {
  const entry = catalogue.generating.find(
    library =>
      isGeneratedBy(library, declared.owner) &&
      (isOfOperation(declared, library, 'transaction') ||
        isOfOperation(declared, library, 'connection') ||
        facts.typesOf(call).some(({ name }) => library.generated?.results.has(name))),
  );
  return entry && { declared, entry };
}

function findRepository(call: Candidate, declared: Declared, unit: Unit): Source | undefined {
  const isRepository =
    hasRepositoryName(declared.owner, unit) ||
    unit.facts.receiverTypesOf(call).some(type => isRepositoryType(type, unit));
  return isRepository ? { declared } : undefined;
}

/** Whether a library's method is called on one of its receivers: by its declaration, or by what it is called on where a mixin declares it. */
function isCallOn(
  call: Candidate,
  declared: Declared,
  { entry, unit }: { readonly entry: Library; readonly unit: Unit },
): boolean {
  if (isReceiver(declared.owner, entry) || (declared.owner === undefined && entry.functions.has(declared.name)))
    return true;
  if (!hasReceivers(entry)) return false;
  return unit.facts.receiverTypesOf(call).some(type => findEntry(type, unit) === entry && isReceiver(type.name, entry));
}

/** Whether a type makes its methods persistence calls: a project type with a repository's name, or a library's receiver. */
function isRepositoryType(type: Declared, unit: Unit): boolean {
  if (matchesSpecifier(type, unit.settings.repositories)) return true;
  if (type.place.from === 'file') return hasRepositoryName(type.name, unit);
  const entry = findEntry(type, unit);
  return entry !== undefined && isReceiver(type.name, entry);
}

function hasRepositoryName(name: string | undefined, { settings }: Unit): boolean {
  return name !== undefined && settings.repositoryNames.some(suffix => name.endsWith(suffix));
}

/** The name of what is called: where the type itself can be called, that of the value it is called by. */
function methodOf(call: Candidate, { name }: Declared, { syntax }: Unit): string {
  if (name !== callSignature) return name;
  const callee = unwrap(calleeExpression(call), syntax);
  return syntax.isPropertyAccessExpression(callee)
    ? callee.name.text
    : syntax.isIdentifier(callee)
      ? callee.text
      : name;
}
