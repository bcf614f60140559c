import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { linksOfPublisher } from './links-of-publisher.js';

/** Fails, with a line on standard error, unless this commit may be published by the tag that is named. */
const [tag = ''] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8')) as {
  readonly version: string;
}; // every package has one
const problems = [
  ...(tag === `v${version}`
    ? []
    : [`The tag is ${tag}, and the version in package.json ${version}. Tag it v${version}.`]),
  ...(linksOfPublisher() ? [] : ['publisher.json names no repository. Write it there, and run `npm run generate`.']),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
