/** A fact about a method of a type of some packages; of any type where no owner is named. */
export interface MethodFact<Fact> {
  readonly owner: string | undefined;
  readonly packages: ReadonlySet<string>;
  readonly fact: Fact;
}

/** Facts by the name of the method, so that a name alone rules most calls out. */
export type MethodIndex<Fact = true> = ReadonlyMap<string, readonly MethodFact<Fact>[]>;

/** Methods of packages, as an entry lists them, with a fact. */
export interface MethodFacts<Fact> {
  readonly packages: readonly string[];
  /** Each as `method` or `Type.method`. */
  readonly methods: readonly (readonly [method: string, fact: Fact])[];
}

/** Makes an index of what several entries say. */
export function createMethodIndex<Fact>(all: readonly MethodFacts<Fact>[]): MethodIndex<Fact> {
  const index = new Map<string, MethodFact<Fact>[]>();
  for (const { methods, packages: list } of all) {
    const packages = new Set(list);
    for (const [method, fact] of methods) {
      const dot = method.lastIndexOf('.');
      const name = method.slice(dot + 1);
      const facts = index.get(name) ?? [];
      if (facts.length === 0) index.set(name, facts);
      facts.push({ owner: dot === -1 ? undefined : method.slice(0, dot), packages, fact });
    }
  }
  return index;
}
