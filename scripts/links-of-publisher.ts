import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What package.json says of where the package is developed. */
export interface PublisherLinks {
  readonly repository: { readonly type: 'git'; readonly url: string };
  readonly homepage: string;
  readonly bugs: { readonly url: string };
}

/** The links that follow from the one thing that the publisher says, in `publisher.json`: where on GitHub the repository is, `OWNER/NAME`. Undefined while nobody has said it. */
export function linksOfPublisher(
  text = readFileSync(resolve(import.meta.dirname, '../publisher.json'), 'utf8'),
): PublisherLinks | undefined {
  const { repository } = JSON.parse(text) as { readonly repository: unknown }; // which may be anything
  if (repository === null) return undefined;
  if (typeof repository !== 'string' || !/^[\w-]+\/[\w.-]+$/.test(repository))
    throw new Error(
      `publisher.json: "repository" is ${JSON.stringify(repository)}. Write where on GitHub it is, as in "owner/name", or null.`,
    );
  const page = `https://github.com/${repository}`;
  return {
    repository: { type: 'git', url: `git+${page}.git` },
    homepage: `${page}#readme`,
    bugs: { url: `${page}/issues` },
  };
}
