/** Methods of one type that turn their arguments into text. */
export interface Sink {
  /** The type that declares them. */
  readonly owner: string;
  /** The package that declares the type; undefined for TypeScript's own libraries. */
  readonly package: string | undefined;
  readonly methods: readonly string[];
}
