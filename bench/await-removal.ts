import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { categories, type Category } from './await-removal/classify-await.js';
import { measureRemoval } from './await-removal/measure-removal.js';
import { renderRemoval } from './await-removal/render-removal.js';

/**
 * Removes the awaits on persistence calls from a copy of a project, category by category, and prints how many of them are
 * found and restored. What a persistence call is, it decides without the product.
 */
const { values } = parseArgs({
  options: {
    project: { type: 'string', short: 'p' },
    root: { type: 'string' },
    category: { type: 'string', multiple: true },
    limit: { type: 'string' },
    strict: { type: 'boolean', default: false },
    unsafe: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
if (values.project === undefined)
  throw new Error('Name a tsconfig: npm run bench:removal -- --project path/to/tsconfig.json');

const result = await measureRemoval({
  project: values.project,
  root: values.root,
  categories: values.category?.map(toCategory),
  limit: values.limit === undefined ? undefined : Number(values.limit),
  preset: values.strict ? 'strict' : 'recommended',
  unsafe: values.unsafe,
  onProgress: message => {
    console.error(message);
  },
});
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(result, undefined, 2));
console.log(renderRemoval(result));

function toCategory(name: string): Category {
  const category = categories.find(known => known === name);
  if (!category) throw new Error(`There is no category ${name}. Categories: ${categories.join(', ')}.`);
  return category;
}
