import type ts from 'typescript';
import { classifyUse } from '../uses/classify-use.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { Guard } from './guard.js';

/** Why an `await` in a literal wants a look. */
export const notBeside = 'the calls around it would no longer run concurrently with it';

/** `return { threads: repo.find(), runs: runs.find() };` */
export const besideOthers: Guard = {
  id: 'besideOthers',
  effect: 'suggestion',
  says: notBeside,
  holds: ({ memberOf, value }, { syntax }) => memberOf !== undefined && isReturned(value, syntax),
};

/** Whether the literal that a value is put into is returned. */
function isReturned(value: ts.Expression, syntax: Syntax): boolean {
  const use = classifyUse(value, syntax);
  return use.kind === 'collected' && classifyUse(use.literal, syntax).kind === 'returned';
}
