import type ts from 'typescript';
import { classifySurroundings, type Surroundings } from './classify-surroundings.js';
import { classifyUse } from './classify-use.js';
import { findCallbackSuspects } from './find-callback-suspects.js';
import { findCandidates } from './find-candidates.js';
import { findLocalBinding, isNeverRead } from './find-references.js';
import { isSink } from './is-sink.js';
import { isInsideGuardedTry } from './is-inside-guarded-try.js';
import type { Kind } from './kinds.js';
import type { Suspect } from './suspect.js';
import type { Unit } from './unit.js';
import type { Use } from './use.js';

/** Every call of a file whose promise would be lost, in the order of the text, for the kinds that are looked for. */
export function* findSuspects(unit: Unit): Generator<Suspect> {
  for (const call of findCandidates(unit)) {
    for (const suspect of suspectsOf(call, unit)) {
      if (unit.checks.kinds.has(suspect.kind)) yield suspect;
    }
  }
}

function* suspectsOf(call: ts.CallExpression, unit: Unit): Generator<Suspect> {
  yield* findCallbackSuspects(call, unit);
  const use = classifyUse(call, unit.syntax);
  if (!('value' in use)) return;
  const surroundings = classifySurroundings(call, unit.syntax);
  if (surroundings.kind === 'module') return;
  const { value } = use;
  const binding = use.kind === 'assigned' ? findLocalBinding(use.binding, unit) : undefined;
  if (use.kind === 'assigned' && !(binding && isNeverRead(binding, unit))) return;
  const kind = kindOf(use, surroundings, unit);
  if (kind) yield { kind, call, value, surroundings, binding };
}

function kindOf(use: Extract<Use, { value: ts.Expression }>, surroundings: Exclude<Surroundings, { kind: 'module' }>, unit: Unit): Kind | undefined {
  switch (use.kind) {
    case 'floating':
    case 'assigned':
      return surroundings.kind === 'sync' ? kindInSync(surroundings, unit) : use.kind === 'floating' ? 'floating' : 'neverAwaited';
    case 'voided':
      return surroundings.kind === 'async' ? 'voided' : undefined;
    case 'handled':
      return surroundings.kind === 'async' ? 'handledNotAwaited' : undefined;
    case 'tested':
      return surroundings.kind === 'async' ? 'tested' : undefined;
    case 'serialised':
      return surroundings.kind === 'async' ? 'serialised' : undefined;
    case 'returned':
      return surroundings.kind === 'async' && isInsideGuardedTry(use.value, unit.syntax) ? 'returnedFromTry' : undefined;
    case 'argument':
      return surroundings.kind === 'async' && isSink(use.of, unit) ? 'serialised' : undefined;
    case 'collected':
      return undefined;
  }
}

function kindInSync({ asyncAncestor, fn }: Extract<Surroundings, { kind: 'sync' }>, { syntax }: Unit): Kind | undefined {
  if (!asyncAncestor) return 'inSyncFunction';
  return isRegistered(fn, syntax) ? undefined : 'inSyncCallback';
}

/** Whether a function is given to a timer or an event emitter, which is to run it later and detached. */
function isRegistered(fn: ts.Node, syntax: Unit['syntax']): boolean {
  const { parent } = fn;
  if (!syntax.isCallExpression(parent)) return false;
  const { expression } = parent;
  const name = syntax.isPropertyAccessExpression(expression) ? expression.name.text : syntax.isIdentifier(expression) ? expression.text : '';
  return /^(?:addEventListener|addListener|nextTick|on|once|prependListener|queueMicrotask|setImmediate|setInterval|setTimeout|subscribe)$/.test(name);
}
