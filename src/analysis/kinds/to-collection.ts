import type ts from 'typescript';
import { isPlatforms } from '../names/is-platforms.js';
import type { Unit } from '../unit.js';
import type { Literal } from '../uses/use.js';

/** `new Set([…])` around what it is made of; else the literal itself. */
export function toCollection(literal: Literal, unit: Unit): ts.Expression {
  const { parent } = literal;
  return unit.syntax.isNewExpression(parent) && isPlatforms(parent.expression, collections, unit) ? parent : literal;
}

const collections: ReadonlySet<string> = new Set(['Map', 'Set']);
