import type ts from 'typescript';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { Syntax } from '../../syntax/syntax.js';
import { unwrap } from '../../syntax/unwrap.js';
import { walk } from '../../syntax/walk.js';
import { isPlatforms } from '../names/is-platforms.js';
import type { Unit } from '../unit.js';

/** Where a promise that is made by hand is settled. */
export interface Settlers {
  readonly executor: FunctionWithBody;
  /** The mentions of what fulfils it. */
  readonly fulfilling: readonly ts.Identifier[];
  /** The mentions of what rejects it. */
  readonly rejecting: readonly ts.Identifier[];
}

/** Finds what settles `new Promise((resolve, reject) => …)`; undefined for anything else, and where that cannot be seen. */
export function findSettlers(promise: ts.Expression, unit: Unit): Settlers | undefined {
  const { facts, syntax } = unit;
  const made = unwrap(promise, syntax);
  if (!syntax.isNewExpression(made) || !isPlatforms(made.expression, promiseName, unit)) return undefined;
  const [given] = made.arguments ?? [];
  const [executor, ...others] = given ? facts.functionsAt(given) : [];
  if (!executor || others.length > 0 || !executor.parameters.every(({ name }) => syntax.isIdentifier(name)))
    return undefined;
  const [fulfilling, rejecting] = [0, 1].map(place => findMentions(executor, place, unit));
  return { executor, fulfilling: fulfilling ?? [], rejecting: rejecting ?? [] };
}

/** Whether what settles a promise is handed to a call that is meant, also inside a callback there: `process.once('SIGINT', () => resolve())`. */
export function isHandedTo(
  mention: ts.Identifier,
  executor: FunctionWithBody,
  { isMeant, syntax }: { readonly isMeant: (call: ts.CallExpression) => boolean; readonly syntax: Syntax },
): boolean {
  for (let at: ts.Node = mention; at !== executor; at = at.parent) {
    const { parent } = at;
    if (syntax.isCallExpression(parent) && parent.expression !== at && isMeant(parent)) return true;
  }
  return false;
}

function findMentions(
  { body, parameters }: FunctionWithBody,
  place: number,
  { syntax }: Unit,
): readonly ts.Identifier[] {
  const name = parameters[place]?.name;
  const found: ts.Identifier[] = [];
  if (name && syntax.isIdentifier(name))
    walk(body, syntax, node => {
      if (syntax.isIdentifier(node) && node.text === name.text) found.push(node);
      return 'into';
    });
  return found;
}

const promiseName: ReadonlySet<string> = new Set(['Promise']);
