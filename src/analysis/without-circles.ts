/**
 * Makes a question end where it comes back to what it is asked about already, by a variable that is made of itself, as in
 * `var options = options || {}`, or by variables that are made of each other: there it is answered with `otherwise`.
 */
export function withoutCircles<Answer>(otherwise: Answer): (about: object, ask: () => Answer) => Answer {
  const open = new Set<object>();
  return (about, ask) => {
    if (open.has(about)) return otherwise;
    open.add(about);
    try {
      return ask();
    } finally {
      open.delete(about);
    }
  };
}
