import { isDeepStrictEqual } from 'node:util';
import type { Exchange, Exchanges, Life } from './run-requests.js';

/** A success that the service reported and did not deliver. */
export interface BrokenPromise {
  /** The answer that shows it. */
  readonly exchange: Exchange;
  /** What was promised and is not so. */
  readonly truth: string;
}

/** Finds every write that was answered as a success and cannot be seen, or was refused by the database. */
export function findBrokenPromises({ threads, runs, steps, duplicate, refused }: Exchanges): readonly BrokenPromise[] {
  return [
    ...[threads, runs, steps].flatMap(inLife),
    ...(succeeded(duplicate.second) ? [{ exchange: duplicate.second, truth: 'refused: the id is taken' }] : []),
    ...(succeeded(refused.create) ? [{ exchange: refused.create, truth: 'refused by the database' }] : []),
  ];
}

function inLife({ create, readCreated, list, update, readUpdated, remove, readRemoved }: Life): BrokenPromise[] {
  const broken: BrokenPromise[] = [];
  if (succeeded(create) && !isDeepStrictEqual(readCreated.body, create.body)) {
    broken.push({ exchange: readCreated, truth: 'created, and not there' });
  }
  if (succeeded(create) && !hasTotal(list, 1)) {
    broken.push({ exchange: list, truth: 'created, and not in the list' });
  }
  if (succeeded(update) && !isDeepStrictEqual(readUpdated.body, update.body)) {
    broken.push({ exchange: readUpdated, truth: 'updated, and as it was' });
  }
  if (succeeded(remove) && readRemoved.status !== 404) {
    broken.push({ exchange: readRemoved, truth: 'deleted, and still there' });
  }
  return broken;
}

function succeeded({ status }: Exchange): boolean {
  return status >= 200 && status < 300;
}

function hasTotal({ body }: Exchange, total: number): boolean {
  return typeof body === 'object' && body !== null && 'total' in body && body.total === total;
}
