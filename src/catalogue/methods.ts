/** Methods of one type, known by where that is declared and never by the name of a variable. */
export interface Methods {
  /** The type that declares them. */
  readonly owner: string;
  /** The package that declares the type; undefined for TypeScript's own libraries. */
  readonly package: string | undefined;
  readonly methods: readonly string[];
}
