import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a project of `count` files: features of a repository, a service behind an interface and a handler each, every one of which uses the feature before it. */
export function generateProject(folder: string, count: number): readonly string[] {
  const sources = Array.from({ length: Math.ceil(count / 3) }, (_, index) => featureOf(index))
    .flat()
    .slice(0, count);
  for (const { path, text } of sources) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const compilerOptions = {
    target: 'ES2022',
    module: 'NodeNext',
    types: ['node'],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  return sources.map(({ path }) => join(folder, path));
}

interface Source {
  readonly path: string;
  readonly text: string;
}

function featureOf(index: number): readonly Source[] {
  const before = index - 1;
  const folder = `src/feature-${index}`;
  const repository = `import type { Container } from '@azure/cosmos';

export interface Item${index} { readonly id: string; readonly text: string; readonly tags: readonly string[]; }

export class ItemRepository${index} {
  constructor(private readonly container: Container) {}
  async find(id: string): Promise<Item${index} | undefined> {
    const { resource } = await this.container.item(id, id).read<Item${index}>();
    return resource;
  }
  async save(item: Item${index}): Promise<void> { await this.container.items.upsert(item); }
  async touch(id: string): Promise<void> { this.container.item(id, id).patch([{ op: 'set', path: '/touched', value: true }]); }
}
`;
  const service = `import type { Item${index}, ItemRepository${index} } from './repository.js';
${before < 0 ? '' : `import type { Items${before} } from '../feature-${before}/service.js';\n`}
export interface Items${index} { rename(id: string, text: string): Promise<Item${index}>; tagsOf(id: string): Promise<string>; }

export class ItemService${index} implements Items${index} {
  private readonly log: string[] = [];
  constructor(private readonly items: ItemRepository${index}${before < 0 ? '' : `, private readonly others: Items${before}`}) {}
  async rename(id: string, text: string): Promise<Item${index}> {
    const found = await this.items.find(id);
    const renamed = { ...(found ?? { id, tags: [] }), text };
    await this.items.save(renamed);
    this.log.push(renamed.text);
    ${before < 0 ? '' : 'await this.others.rename(id, text);'}
    return renamed;
  }
  async tagsOf(id: string): Promise<string> {
    const found = await this.items.find(id);
    return (found?.tags ?? []).filter(tag => tag.length > 0).map(tag => tag.trim()).join(', ');
  }
}
`;
  const handler = `import type { Items${index} } from './service.js';

export async function handleRename${index}(items: Items${index}, body: { readonly id: string; readonly text: string }): Promise<string> {
  console.log('rename', body.id);
  items.rename(body.id, body.text);
  const tags = await items.tagsOf(body.id);
  return JSON.stringify({ tags });
}
`;
  return [
    { path: `${folder}/repository.ts`, text: repository },
    { path: `${folder}/service.ts`, text: service },
    { path: `${folder}/handler.ts`, text: handler },
  ];
}
