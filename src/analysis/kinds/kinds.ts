import { asyncInSyncTransaction } from './async-in-sync-transaction.js';
import { awaitedOnSomePaths } from './awaited-on-some-paths.js';
import { blockingCall } from './blocking-call.js';
import { blockingThrough } from './blocking-through.js';
import { callbackDetached } from './callback-detached.js';
import { callbackIgnored } from './callback-ignored.js';
import { collectedNeverAwaited } from './collected-never-awaited.js';
import { commentedNotAwaited } from './commented-not-awaited.js';
import { floating } from './floating.js';
import { handledNotAwaited } from './handled-not-awaited.js';
import { inSyncCallback } from './in-sync-callback.js';
import { inSyncFunction } from './in-sync-function.js';
import { mapped } from './mapped.js';
import { neverAwaited } from './never-awaited.js';
import { returnedFromTry } from './returned-from-try.js';
import { serialized } from './serialized.js';
import { tested } from './tested.js';
import { usedAsResult } from './used-as-result.js';
import { voided } from './voided.js';
import { voidedLazy } from './voided-lazy.js';
import type { KindDeclaration, MessageData, RuleName } from './kind.js';

/** Every kind of finding, once. The keys are public: they are the message ids of the rules and `kind` in every report. */
export const kinds = {
  floating,
  neverAwaited,
  awaitedOnSomePaths,
  collectedNeverAwaited,
  mapped,
  callbackIgnored,
  tested,
  serialized,
  usedAsResult,
  returnedFromTry,
  inSyncCallback,
  voidedLazy,
  inSyncFunction,
  voided,
  handledNotAwaited,
  commentedNotAwaited,
  callbackDetached,
  blockingCall,
  blockingThrough,
  asyncInSyncTransaction,
} as const satisfies Record<string, KindDeclaration>;

/** Public name of a kind of finding. */
export type Kind = keyof typeof kinds;

/** All kinds, in the order of their declaration. */
export const kindNames = Object.keys(kinds) as readonly Kind[]; // Object.keys widens to string

/** What is declared of a kind. */
export function declarationOf(kind: Kind): KindDeclaration {
  return kinds[kind];
}

/** The kinds that a rule reports. */
export function kindsOf(rule: RuleName): readonly Kind[] {
  return kindNames.filter(kind => kinds[kind].rule === rule);
}

/** The sentence a reader sees, with its placeholders filled. */
export function renderMessage(kind: Kind, data: MessageData): string {
  const values: Readonly<Record<string, string>> = data;
  return kinds[kind].message.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
