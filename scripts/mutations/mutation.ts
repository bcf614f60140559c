/** A way to break the product, and the tests that must notice. */
export interface Mutation {
  readonly name: string;
  readonly file: string;
  /** Code that stands in the file exactly once, however it is laid out there. */
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
}
