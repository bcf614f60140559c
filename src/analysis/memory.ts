/** What was found out about one program under one set of settings. Whatever the analysis remembers is remembered here, and goes with it. */
export class Memory {
  readonly #kept = new Map<object, unknown>();

  /** What `create` gave when it was first asked for; each function has a place of its own. */
  of<Value>(create: () => Value): Value {
    if (!this.#kept.has(create)) this.#kept.set(create, create());
    return this.#kept.get(create) as Value; // what this function gave
  }
}
