/**
 * Makes a question whose answers are lists remember them, and end where it comes back to what it is asked about already, by names that
 * stand for each other: there it adds nothing. An answer that was cut off by a question still open is asked again when it is wanted, so
 * that none depends on what was asked first.
 */
export function untilSettled<Answer>(): (about: object, ask: () => readonly Answer[]) => readonly Answer[] {
  const known = new WeakMap<object, readonly Answer[]>();
  const open = new Map<object, number>();
  /** The outermost open question that the ones within came back to. */
  let cutAt = Infinity;

  return (about, ask) => {
    const settled = known.get(about);
    if (settled) return settled;
    const place = open.get(about);
    if (place !== undefined) {
      cutAt = Math.min(cutAt, place);
      return [];
    }
    const [depth, cutBefore] = [open.size, cutAt];
    cutAt = Infinity;
    open.set(about, depth);
    try {
      const answer = ask();
      if (cutAt >= depth) known.set(about, answer);
      return answer;
    } finally {
      open.delete(about);
      cutAt = Math.min(cutBefore, cutAt < depth ? cutAt : Infinity);
    }
  };
}
