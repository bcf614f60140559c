/** Names that users write, each former one with its current one. Former names are accepted for one version. */
const renamed = {
  kind: { serialised: 'serialized' },
  setting: { handsOn: 'promiseConsumers' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a name is of. */
export type Named = keyof typeof renamed;

/** The former names of something. */
export type FormerName<Of extends Named> = keyof (typeof renamed)[Of];

/** The current name of what may go by a former one; any other name as it is, whether or not it is known. */
export function toCurrentName(of: Named, name: string): string {
  return new Map<string, string>(Object.entries(renamed[of])).get(name) ?? name;
}

/** All former names that are accepted. */
export function formerNamesOf(of: Named): readonly string[] {
  return Object.keys(renamed[of]);
}
