import type ts from 'typescript';
import type { Library } from '../../catalogue/library.js';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { findChain } from '../origins/find-chain.js';
import { findEntry, toChainedLibrary } from '../origins/find-entry.js';
import { resolveOrigin } from '../origins/resolve-origin.js';
import { isData } from '../../syntax/is-data.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { Declared } from '../../engines/type-facts.js';
import type { Unit } from '../unit.js';
import { findHeld } from './find-held.js';
import { findHookTransaction } from './find-hook-transaction.js';
import { usesHeld } from './uses-held.js';

/** How a call stands to a connection, or a transaction, that is held while it runs. */
export type ConnectionUse =
  /** It is made in a transaction. */
  | 'inTransaction'
  /** It uses a connection that is held, on which a transaction may be open. */
  | 'onConnection'
  /** Another connection is held, or a transaction open on one: waiting for the call can wait for its end. */
  | 'beside'
  | 'free';

/** Says how a call stands to what is held while it runs; where nothing is seen to be, the types of what it uses say it. */
export function classifyConnection(call: Candidate, unit: Unit): ConnectionUse {
  const all = findHeld(call, unit);
  if (all.some(held => !usesHeld(call, held, unit))) return 'beside';
  if (all.length > 0) return all.some(({ isTransaction }) => isTransaction) ? 'inTransaction' : 'onConnection';
  const inHook = findHookTransaction(call, unit);
  return inHook === 'free' && (isOnHeldType(call, unit) || isOnTransactionClient(call, unit)) ? 'onConnection' : inHook;
}

/** Whether a call is made on a client that cannot run a batch, as its library's clients can: that is the client of a transaction. */
function isOnTransactionClient(call: Candidate, unit: Unit): boolean {
  const { catalogue, facts } = unit;
  const answer = resolveOrigin(call, unit);
  if (answer.kind !== 'persistence') return false;
  const entry = catalogue.ofName.get(answer.origin.library);
  return (
    entry?.batch !== undefined && !facts.hasMember(findChain(call, toChainedLibrary(entry), unit).root, entry.batch)
  );
}

/** Whether a call is made on a value whose type is that of a held connection or of a transaction, or is given one. */
function isOnHeldType(call: Candidate, unit: Unit): boolean {
  const { facts, syntax } = unit;
  return isIn(call);

  function isIn(at: Candidate): boolean {
    if (syntax.isCallExpression(at) && at.arguments.some(isGiven)) return true;
    let receiver = unwrap(calleeExpression(at), syntax);
    while (syntax.isPropertyAccessExpression(receiver)) {
      receiver = unwrap(receiver.expression, syntax);
      if (isHeld(receiver)) return true;
    }
    return syntax.isCallExpression(receiver) || syntax.isTaggedTemplateExpression(receiver)
      ? isIn(receiver)
      : isHeld(receiver);
  }

  function isGiven(argument: ts.Expression): boolean {
    const given = unwrap(argument, syntax);
    if (!syntax.isObjectLiteralExpression(given)) return syntax.isIdentifier(given) && isHeld(given);
    return given.properties.some(property => {
      if (syntax.isShorthandPropertyAssignment(property)) return isHeld(property.name);
      return syntax.isPropertyAssignment(property) && isHeld(unwrap(property.initializer, syntax));
    });
  }

  function isHeld(expression: ts.Expression): boolean {
    const declarations = syntax.isIdentifier(expression) ? facts.declarationsOf(expression) : [];
    if (isData(expression, syntax) || declarations.some(isVariableOfData)) return false;
    const isPassed = declarations.some(declaration => syntax.isParameter(declaration));
    return facts.typesOf(expression).some(type => {
      const held = entryOf(type)?.held;
      return held !== undefined && (held.types.has(type.name) || (isPassed && held.passedTypes.has(type.name)));
    });
  }

  /** Whether a variable is given a text or the like to begin with, so that its type need not be asked for. */
  function isVariableOfData(declaration: ts.Node): boolean {
    return (
      syntax.isVariableDeclaration(declaration) &&
      declaration.initializer !== undefined &&
      isData(declaration.initializer, syntax)
    );
  }

  function entryOf(type: Declared): Library | undefined {
    return (
      findEntry(type, unit) ??
      (type.place.from === 'file'
        ? unit.catalogue.generating.find(({ held }) => held?.types.has(type.name))
        : undefined)
    );
  }
}
