/** Types of the standard library whose members are those of their first argument, or some of them. */
export const transparentTypes: ReadonlySet<string> = new Set([
  'NonNullable',
  'Omit',
  'Partial',
  'Pick',
  'Readonly',
  'Required',
]);
