import type { Unit } from './unit.js';

/** Makes a question about a node, or another object, remember its answers for as long as the program and the settings are the same. */
export function perUnit<Key extends object, Answer>(
  find: (key: Key, unit: Unit) => Answer,
): (key: Key, unit: Unit) => Answer {
  const known = new WeakMap<Unit['facts'], WeakMap<Unit['settings'], WeakMap<Key, { readonly answer: Answer }>>>();

  return (key, unit) => {
    const answers = answersFor(unit);
    let found = answers.get(key);
    if (!found) answers.set(key, (found = { answer: find(key, unit) }));
    return found.answer;
  };

  function answersFor({ facts, settings }: Unit): WeakMap<Key, { readonly answer: Answer }> {
    let ofProgram = known.get(facts);
    if (!ofProgram) known.set(facts, (ofProgram = new WeakMap()));
    let answers = ofProgram.get(settings);
    if (!answers) ofProgram.set(settings, (answers = new WeakMap()));
    return answers;
  }
}
