import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import { findChain } from '../origins/find-chain.js';
import { toChainedLibrary } from '../origins/find-entry.js';
import { resolveOrigin } from '../origins/resolve-origin.js';
import { isSameReference } from '../names/is-same-reference.js';
import type { Unit } from '../unit.js';

/** The method of a library's client that runs several of its lazy queries together. */
export interface Batch {
  /** The client as the text has it: `this.prisma`. */
  readonly client: string;
  readonly method: string;
}

/**
 * What runs all of some calls together: the library's own batch, where all of them are lazy queries of one client; undefined
 * where they are not, so that `Promise.all` has to do.
 *
 * @example `prisma.$transaction([prisma.user.create(a), prisma.user.create(b)])`
 */
export function findBatch([first, ...others]: readonly ts.Expression[], unit: Unit): Batch | undefined {
  const batch = first && batchOf(first, unit);
  if (!batch || !others.every(call => isSame(batchOf(call, unit), batch, unit))) return undefined;
  return { client: batch.client.getText(batch.client.getSourceFile()), method: batch.method };
}

interface QueryOfClient {
  readonly client: ts.Expression;
  readonly method: string;
}

function isSame(one: QueryOfClient | undefined, other: QueryOfClient, unit: Unit): boolean {
  return one?.method === other.method && isSameReference(one.client, other.client, unit);
}

function batchOf(call: ts.Expression, unit: Unit): QueryOfClient | undefined {
  const answer = isCandidate(call, unit) ? resolveOrigin(call, unit) : undefined;
  if (answer?.kind !== 'persistence' || answer.origin.execution !== 'lazy') return undefined;
  const entry = unit.catalogue.ofName.get(answer.origin.library);
  if (entry?.batch === undefined || !isCandidate(call, unit)) return undefined;
  return { client: findChain(call, toChainedLibrary(entry), unit).root, method: entry.batch };
}

function isCandidate(node: ts.Expression, { syntax }: Unit): node is Candidate {
  return syntax.isCallExpression(node) || syntax.isTaggedTemplateExpression(node);
}
