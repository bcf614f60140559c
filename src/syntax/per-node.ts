import type { Syntax } from './syntax.js';

/** Makes a question about the tree alone remember its answers: what is asked of each of many calls about the block around them is found once. */
export function perNode<Key extends object, Answer>(
  find: (key: Key, syntax: Syntax) => Answer,
): (key: Key, syntax: Syntax) => Answer {
  const known = new WeakMap<Key, { readonly answer: Answer }>();
  return (key, syntax) => {
    let found = known.get(key);
    if (!found) known.set(key, (found = { answer: find(key, syntax) }));
    return found.answer;
  };
}
