import type ts from 'typescript';
import type { Unit } from '../unit.js';
import type { Held } from './held.js';
import { handsOnConnection } from './holds-connection.js';
import { namesIn } from './names-in.js';

/** A function that runs while something is held, with what it is given. */
export interface Target {
  readonly fn: ts.SignatureDeclaration;
  readonly given: readonly ts.Expression[];
}

/** What is held, as a function that is called knows it: by the parameters that are given it, and by what both can see. */
export function handOver(held: Held, { fn, given }: Target, unit: Unit): Held {
  const parameters = fn.parameters.filter((_, position) => {
    const argument = given[position];
    return argument !== undefined && handsOnConnection(argument, held, unit);
  });
  return {
    ...held,
    holders: new Set([...held.holders, ...parameters.flatMap(parameter => namesIn(parameter, unit.syntax))]),
  };
}
