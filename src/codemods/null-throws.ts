/** The value, which is there for the given reason. */
export function nullThrows<Value>(value: Value | null | undefined, reason: string): Value {
  if (value === null || value === undefined) throw new Error(`Cannot happen: ${reason}.`);
  return value;
}
