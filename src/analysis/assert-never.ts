/** Closes an exhaustive `switch`: reaching it means a case was forgotten, which the compiler already reports. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
