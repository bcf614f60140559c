import type { Memory } from './memory.js';
import type { Unit } from './unit.js';

/** Makes a question about a node, or another object, remember its answers for as long as the program and the settings are the same. */
export function perUnit<Key extends object, Answer>(
  find: (key: Key, unit: Unit) => Answer,
): (key: Key, unit: Unit) => Answer {
  const createAnswers = (): WeakMap<Key, { readonly answer: Answer }> => new WeakMap();

  return (key, unit) => {
    const answers = unit.memory.of(createAnswers);
    let found = answers.get(key);
    if (!found) answers.set(key, (found = { answer: find(key, unit) }));
    return found.answer;
  };
}

/** The same for a question about the project as a whole. */
export function perProject<Answer>(find: (unit: Unit) => Answer): (unit: Unit) => Answer {
  const answerAbout = perUnit((_: Memory, unit) => find(unit));
  return unit => answerAbout(unit.memory, unit);
}
