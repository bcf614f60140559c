import { isWithin } from '../../syntax/ancestors.js';
import type { Guard } from './guard.js';

/** A chain of promises begins with another than the call's: `opened.then(() => repo.save(x))`. */
export const afterOther: Guard = {
  id: 'afterOther',
  effect: 'suggestion',
  says: 'it follows another promise, which may never settle',
  holds({ call, value }, { syntax }) {
    let root = value;
    while (
      syntax.isCallExpression(root) &&
      syntax.isPropertyAccessExpression(root.expression) &&
      /^(?:catch|finally|then)$/.test(root.expression.name.text)
    ) {
      root = root.expression.expression;
    }
    return !isWithin(call, root) && !isWithin(root, call);
  },
};
