import type ts from 'typescript';
import { awaitEdits } from './await-edits.js';
import type { Surroundings } from './classify-surroundings.js';
import type { TransactionMembership } from './find-transaction.js';
import type { Change, Remedy } from './finding.js';
import type { Unit } from './unit.js';

/** A lost promise, as far as mending it is concerned. */
export interface Lost {
  /** The expression an `await` would go in front of. */
  readonly value: ts.Expression;
  readonly surroundings: Exclude<Surroundings, { kind: 'module' }>;
  readonly transaction: TransactionMembership;
  /** What keeps an `await` from being a safe fix; undefined where nothing does. */
  readonly obstacle: Obstacle | undefined;
}

/** Why awaiting would need a look (`suggestion`), or is out of the question (`manual`). */
export interface Obstacle {
  readonly remedy: 'suggestion' | 'manual';
  readonly reason: string;
}

/** Chooses what mends a lost promise that only wants an `await`, and how far that can be trusted. */
export function chooseRemedy(lost: Lost, unit: Unit): Remedy {
  const { surroundings } = lost;
  switch (surroundings.kind) {
    case 'noAwait':
      return { type: 'manual', reason: `${surroundings.place} cannot wait: move the call to an async function` };
    case 'sync':
      return { type: 'manual', reason: 'the function around it is not async' };
    case 'async':
      return chooseInAsync(lost, unit);
  }
}

function chooseInAsync({ obstacle, transaction, value }: Lost, unit: Unit): Remedy {
  if (obstacle?.remedy === 'manual') return { type: 'manual', reason: obstacle.reason };
  const change: Change = { title: 'Await the call', edits: awaitEdits(value, unit) };
  if (obstacle) return { type: 'suggestion', change, reason: obstacle.reason };
  return transaction === 'outer'
    ? {
        type: 'suggestion',
        change,
        reason: 'the call uses another connection than the transaction around it, and can wait for a lock that the transaction holds',
      }
    : { type: 'fix', change };
}
