import type ts from 'typescript';
import { isPlatforms } from '../names/is-platforms.js';
import { lastWord } from '../../syntax/name-of-call.js';
import { findLocalBinding, type LocalBinding } from '../names/find-references.js';
import { fillOf } from './fill-of.js';
import { areMembersAwaited } from './find-fate.js';
import type { Unit } from '../unit.js';
import { unwrap } from '../../syntax/unwrap.js';

/** How a local collection gives its promises back: an array or a set as it is, a map by its values. */
export type CollectionType = 'Array' | 'Set' | 'Map';

/** A collection of promises that a local variable keeps and nobody waits for. */
export interface LostCollection {
  readonly binding: LocalBinding;
  readonly type: CollectionType;
}

/**
 * The collection that a promise is put into, `promises.push(repo.save(x))`, when it is made in the same function and
 * never reaches code that could wait for what is in it.
 */
export function findLostCollection(fill: ts.CallExpression, unit: Unit): LostCollection | undefined {
  const name = fillOf(fill, unit.syntax);
  const binding = name && findLocalBinding(name, unit);
  const type = binding && typeOfCollection(binding.declaration, unit);
  return type && areMembersAwaited(name, unit) === false ? { binding, type } : undefined;
}

function typeOfCollection({ initializer: written }: ts.VariableDeclaration, unit: Unit): CollectionType | undefined {
  const { syntax } = unit;
  if (!written) return undefined;
  const initializer = unwrap(written, syntax);
  if (syntax.isArrayLiteralExpression(initializer)) return 'Array';
  if (!syntax.isNewExpression(initializer)) return undefined;
  const name = lastWord(initializer.expression, syntax);
  return isPlatforms(initializer.expression, collections, unit)
    ? [...collections].find(type => type === name)
    : undefined;
}

const collections: ReadonlySet<CollectionType> = new Set(['Array', 'Map', 'Set']);
