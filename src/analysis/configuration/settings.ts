import * as v from 'valibot';
import { conventions, repositoryNames, type ConventionName } from '../../catalogue/conventions.js';
import type { LibraryEntry } from '../../catalogue/library-entry.js';
import { formerNamesOf, toCurrentName, type FormerName } from './current-name.js';
import { describeIssue } from './describe-issue.js';
import { librarySchema } from './library-schema.js';

const names = v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.readonly());
const oneOrMoreNames = v.union([v.pipe(v.string(), v.nonEmpty()), names]);

const typeOrValueSpecifier = v.union([
  v.pipe(v.string(), v.nonEmpty()),
  v.variant('from', [
    v.strictObject({ from: v.literal('file'), name: oneOrMoreNames, path: v.exactOptional(v.string()) }),
    v.strictObject({ from: v.literal('lib'), name: oneOrMoreNames }),
    v.strictObject({ from: v.literal('package'), name: oneOrMoreNames, package: v.string() }),
  ]),
]);

const specifiers = v.pipe(v.array(typeOrValueSpecifier), v.readonly());

const conventionsSchema = v.strictObject({
  callbacks: further('callbacks'),
  goingOn: further('goingOn'),
  hookEnds: further('hookEnds'),
  hookStarts: further('hookStarts'),
  listening: further('listening'),
  pauses: further('pauses'),
  reads: further('reads'),
  starts: further('starts'),
  testFolders: further('testFolders'),
  testFoldersBeside: further('testFoldersBeside'),
  testWords: further('testWords'),
  works: further('works'),
  writes: further('writes'),
} satisfies Record<ConventionName, unknown>);

/** Names that come on top of those that a list has. */
function further(name: ConventionName) {
  return v.exactOptional(v.pipe(names, v.description(`Further names of ${conventions[name].what}.`)));
}

const schema = v.strictObject({
  repositoryNames: v.optional(
    v.pipe(names, v.description('Name endings of types whose methods are persistence calls.')),
    repositoryNames,
  ),
  repositories: v.optional(
    v.pipe(
      specifiers,
      v.description('Further types whose methods are persistence calls, and further functions that are.'),
    ),
    [],
  ),
  packages: v.optional(v.pipe(names, v.description('Packages whose awaitable calls are persistence calls.')), []),
  allow: v.optional(v.pipe(specifiers, v.description('Functions and methods whose calls are never reported.')), []),
  promiseConsumers: v.optional(
    v.pipe(specifiers, v.description('Functions that await or handle the promises passed to them.')),
    [],
  ),
  sinks: v.optional(v.pipe(specifiers, v.description('Functions that turn their arguments into text.')), []),
  libraries: v.optional(
    v.pipe(
      v.array(librarySchema),
      v.readonly(),
      v.description('Libraries that the plugin does not know, or entries that replace what it knows.'),
    ),
    [],
  ),
  conventions: v.optional(
    v.pipe(conventionsSchema, v.description('Names that this project uses in addition to the common ones.')),
    {},
  ),
  follow: v.optional(v.picklist(['off', 'direct', 'deep']), 'deep'),
  reasonComment: v.optional(
    v.pipe(v.string(), v.check(isPattern, 'is not a regular expression')),
    String.raw`fire-and-forget:\s*\S`,
  ),
});

const formerEntries = {
  handsOn: v.exactOptional(v.pipe(specifiers, v.description('The former name of `promiseConsumers`.'))),
} satisfies Record<FormerName<'setting'>, unknown>;

/** The settings as users may write them, under former names, too. */
const writtenSchema = v.strictObject({ ...schema.entries, ...formerEntries });

/** The settings as they are published. */
export const settingsSchema = v.pipe(
  writtenSchema,
  v.title('Settings of eslint-plugin-persistence'),
  v.description(
    'The contents of `settings.persistence` in an ESLint configuration, or of a file passed to `--settings`.',
  ),
);

/** Names a type or a value: by its name alone, or with the file, package or TypeScript library that declares it. */
export type TypeOrValueSpecifier = v.InferOutput<typeof typeOrValueSpecifier>;

/** What `settings.persistence` of an ESLint configuration may hold; every key is optional. */
export type PersistenceSettings = Omit<v.InferInput<typeof writtenSchema>, 'libraries'> & {
  readonly libraries?: readonly LibraryEntry[] | undefined;
};

/** The settings with their defaults filled in. */
export type Settings = Readonly<v.InferOutput<typeof schema>>;

/** Either the settings, or one sentence for each thing that is wrong with them. */
export type ParsedSettings =
  { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly problems: readonly string[] };

/** The settings that hold where nothing is configured. */
export const defaultSettings: Settings = v.parse(schema, {});

/**
 * Fills in the defaults of `settings.persistence` and names every unknown key and wrong value.
 *
 * @example parseSettings({ repositoryName: [] }) // problems: ['settings.persistence.repositoryName is unknown. ...']
 */
export function parseSettings(raw: unknown): ParsedSettings {
  if (raw === undefined) return { ok: true, settings: defaultSettings };
  const written = v.safeParse(writtenSchema, raw);
  if (!written.success)
    return { ok: false, problems: written.issues.map(issue => describeIssue(issue, 'settings.persistence', schema)) };
  const keys = Object.keys(raw as object); // the schema says so
  const doubles = formerNamesOf('setting').filter(
    former => keys.includes(former) && keys.includes(toCurrentName('setting', former)),
  );
  if (doubles.length > 0) return { ok: false, problems: doubles.map(describeDouble) };
  const entries = Object.entries(raw as object).map(([key, value]) => [toCurrentName('setting', key), value] as const);
  return { ok: true, settings: v.parse(schema, Object.fromEntries(entries)) };
}

function describeDouble(former: string): string {
  const current = toCurrentName('setting', former);
  return `settings.persistence has both ${current} and ${former}, its former name. Move everything into ${current}.`;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
