import * as v from 'valibot';
import type { LibraryEntry } from '../../catalogue/library-entry.js';
import type { PublishedFile } from '../../engines/published-files.js';
import { describeIssue } from './describe-issue.js';
import { librarySchema } from './library-schema.js';

/** Either what a package says of itself, or one sentence for each thing that is wrong with it. */
export type ParsedPublished =
  | { readonly ok: true; readonly entries: readonly LibraryEntry[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Proves the entries that a package publishes, one or a list of them. They may be about the package itself, and about others of its
 * scope: of anybody else's calls, the project decides.
 */
export function parsePublished({ package: name, path, value }: PublishedFile): ParsedPublished {
  if (value === undefined)
    return { ok: false, problems: [`${path} is named by \`${name}\` but cannot be read as JSON. ${wayOut(name)}`] };
  const results = (Array.isArray(value) ? value : [value]).map((one, at) => ({
    at: Array.isArray(value) ? `${path}: entry ${at + 1}` : `${path}: entry`,
    result: v.safeParse(librarySchema, one),
  }));
  const problems = results.flatMap(({ at, result }) =>
    (result.issues ?? []).map(issue => `${describeIssue(issue, at, librarySchema)} ${wayOut(name)}`),
  );
  if (problems.length > 0) return { ok: false, problems };
  const entries = results.flatMap(({ result }) => (result.success ? [result.output] : []));
  const strangers = entries.flatMap(({ packages }) => packages).filter(other => !isOfFamily(other, name));
  return strangers.length === 0
    ? { ok: true, entries }
    : {
        ok: false,
        problems: strangers.map(
          other => `${path}: \`${name}\` describes \`${other}\`, which is outside its scope. ${wayOut(name)}`,
        ),
      };
}

function wayOut(name: string): string {
  return `Tell its authors; until then, add an entry for the package \`${name}\` to settings.persistence.libraries instead.`;
}

function isOfFamily(other: string, name: string): boolean {
  const [scope = ''] = name.split('/');
  return other === name || (scope.startsWith('@') && other.startsWith(`${scope}/`));
}
