import type ts from 'typescript';
import type { CatalogueEntry, Operation } from '../catalogue/catalogue-entry.js';
import { classifyOperation } from './classify-operation.js';
import type { Origin } from './finding.js';
import { matchesSpecifier } from './match-specifier.js';
import type { Declared, UnknownReason } from './type-facts.js';
import type { Unit } from './unit.js';

/** The library that reports name for a project's own repository types. */
export const projectLibrary = 'project';

/** What a call turned out to be. */
export type OriginAnswer =
  | { readonly kind: 'persistence'; readonly origin: Origin }
  | { readonly kind: 'other' }
  | { readonly kind: 'unknown'; readonly why: UnknownReason };

const other: OriginAnswer = { kind: 'other' };

/**
 * Says whether `call` is a persistence call, and which: declared by a catalogued library on one of its receivers, or by a
 * project type that is a repository by name, heritage or settings; and in each case awaitable. Asks for the callee's
 * declaration before anything asks for a type, since resolving a call's type costs ten times more.
 */
export function resolveOrigin(call: ts.CallExpression, unit: Unit): OriginAnswer {
  const callee = unit.facts.calleeOf(call);
  if (callee.kind === 'unknown') return callee;
  if (callee.declarations.some(declared => matchesSpecifier(declared, unit.settings.allow))) return other;

  const source = findSource(call, callee.declarations, unit);
  if (!source) return other;
  const yielded = unit.facts.yieldOf(call);
  if (yielded === 'unknown') return { kind: 'unknown', why: 'any' };
  if (yielded === 'value') return other;

  const { declared, entry } = source;
  const execution = entry && yielded === 'thenable' ? entry.execution : 'eager';
  return {
    kind: 'persistence',
    origin: {
      library: entry?.library ?? libraryOf(declared),
      receiver: declared.owner,
      method: declared.name,
      operation: entry ? operationIn(entry, declared.name) : classifyOperation(declared.name),
      execution,
      via: [],
    },
  };
}

/** The declaration that makes a call a persistence call, with its catalogue entry if a library's. */
interface Source {
  readonly declared: Declared;
  readonly entry: CatalogueEntry | undefined;
}

function findSource(call: ts.CallExpression, declarations: readonly Declared[], unit: Unit): Source | undefined {
  for (const declared of declarations) {
    const entry = findEntry(declared, unit);
    if (entry) return isCallOn(call, declared, { entry, unit }) && !entry.unawaited.includes(declared.name) ? { declared, entry } : undefined;
  }
  const { packages, repositories } = unit.settings;
  const configured = declarations.find(
    declared =>
      (declared.place.from === 'package' && packages.includes(declared.place.package)) ||
      matchesSpecifier(declared, repositories),
  );
  if (configured) return { declared: configured, entry: undefined };

  const member = declarations.find(declared => declared.place.from === 'file' && declared.owner !== undefined);
  const isRepository =
    member && !isLongLived(member.name) && (hasRepositoryName(member.owner, unit) || unit.facts.receiverTypesOf(call).some(type => isRepositoryType(type, unit)));
  return isRepository ? { declared: member, entry: undefined } : undefined;
}

/** Whether a method of a project's own repository is named like one that correct code starts and leaves running. */
function isLongLived(method: string): boolean {
  return /^(?:consume|listen|poll|run|serve|start|subscribe|tail|watch)(?![a-z])/.test(method);
}

function findEntry({ place }: Declared, { catalogue }: Unit): CatalogueEntry | undefined {
  if (place.from !== 'package') return undefined;
  return catalogue.find(entry => entry.packages.includes(place.package));
}

/** Whether a library's method is called on one of its receivers: by its declaration, or by what it is called on where a mixin declares it. */
function isCallOn(call: ts.CallExpression, { owner }: Declared, { entry, unit }: { readonly entry: CatalogueEntry; readonly unit: Unit }): boolean {
  if (isReceiver(owner, entry)) return true;
  return unit.facts.receiverTypesOf(call).some(type => findEntry(type, unit) === entry && isReceiver(type.name, entry));
}

function isReceiver(name: string | undefined, entry: CatalogueEntry): boolean {
  return name !== undefined && entry.receivers.includes(name);
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

function libraryOf({ place }: Declared): string {
  return place.from === 'package' ? place.package : projectLibrary;
}

function operationIn(entry: CatalogueEntry, method: string): Operation {
  const { connection, read, transaction, write } = entry.operations;
  if (write.includes(method)) return 'write';
  if (read.includes(method)) return 'read';
  if (transaction.includes(method)) return 'transaction';
  return connection.includes(method) ? 'connection' : 'unknown';
}
