import type ts from 'typescript';
import { findReads } from '../names/find-references.js';
import { isReadAsResult } from '../summaries/is-read-as-result.js';
import type { Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import type { CallFacts } from './call-facts.js';
import type { KindDeclaration } from './kind.js';

export const usedAsResult: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Persistence promise read as its result',
  description:
    'The promise of a persistence call is passed to a project function that reads it as if it were the result.',
  isLossOfLazy: false, // a function may build on it
  message: '`{{call}}`{{path}} is passed to a function that reads the promise as if it were the result. Await it.',
  isLossThoughHandled: true,
  isLossAnywhere: true,
  remedy: 'await',
  find: facts => {
    const { isOnServer, unit, use } = facts;
    if (!isOnServer) return undefined;
    if (use.kind === 'argument') return isReadAsResult(use.of, use.value, unit) ? {} : undefined;
    return isKeptForReaders(facts) ? facts.kept : undefined;
  },
};

/** `const found = posts.findOneBy({ id }); return toView(found);`, where nothing else reads the variable. */
function isKeptForReaders({ kept, unit }: CallFacts): boolean {
  const reads = kept?.binding ? findReads(kept.binding, unit) : [];
  return reads.length > 0 && reads.every(read => isGivenToReader(read, unit));
}

function isGivenToReader(read: ts.Identifier, unit: Unit): boolean {
  const use = classifyUse(read, unit.syntax);
  return use.kind === 'argument' && use.value === read && isReadAsResult(use.of, read, unit);
}
