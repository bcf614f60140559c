import { expect, test } from 'vitest';
import { createProject } from '../support/editor/create-project.js';
import { startEditor, type Editor } from '../support/editor/start-editor.js';

const eslintConfig = `import persistence from 'eslint-plugin-persistence';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } } },
  persistence.configs.recommended,
);
`;
const tsconfig = JSON.stringify({
  compilerOptions: { module: 'NodeNext', strict: true, noEmit: true },
  include: ['*.ts'],
});

const lossy = `import type { Repository } from 'typeorm';

interface Post {
  readonly id: number;
}

export class PostService {
  private readonly posts: Repository<Post>;

  constructor(posts: Repository<Post>) {
    this.posts = posts;
  }

  async publish(post: Post): Promise<void> {
    // Readers see it at once.
    this.posts.save(post);
  }
}
`;
const sound = lossy.replace('    this.posts.save(post);', '    await this.posts.save(post);');

const finding = {
  code: 'persistence/no-unawaited-calls',
  severity: 1,
  message:
    '`posts.save()` is not awaited: `PostService.publish` returns before the write completes, and its failure goes unhandled. ' +
    'Await it, or return its promise.',
  range: { start: { line: 15, character: 4 }, end: { line: 15, character: 25 } },
};

async function openInEditor(text: string, config = eslintConfig): Promise<Editor> {
  const folder = await createProject({
    'eslint.config.js': config,
    'tsconfig.json': tsconfig,
    'post-service.ts': text,
  });
  const editor = await startEditor(folder);
  await editor.open('post-service.ts', text);
  return editor;
}

test('an editor underlines the lost call, and what its light bulb offers repairs it', async () => {
  const editor = await openInEditor(lossy);

  const diagnostics = await editor.diagnosticsOf('post-service.ts');
  expect(diagnostics).toEqual([expect.objectContaining(finding)]);

  const offers = await Promise.all(diagnostics.map(diagnostic => editor.actionsAt('post-service.ts', diagnostic)));
  const awaiting = offers.flat().filter(({ title }) => title.startsWith('Await the call'));
  expect(awaiting).toHaveLength(1);

  for (const action of awaiting) await editor.choose(action);
  expect(editor.textOf('post-service.ts')).toBe(sound);
  expect(await editor.diagnosticsOf('post-service.ts')).toEqual([]);
});

test('an editor underlines a lost call as soon as it is typed', async () => {
  const editor = await openInEditor(sound);
  expect(await editor.diagnosticsOf('post-service.ts')).toEqual([]);

  const endOfBody = { line: 16, character: 0 };
  await editor.edit('post-service.ts', [
    { range: { start: endOfBody, end: endOfBody }, newText: '    this.posts.delete(post.id);\n' },
  ]);
  expect(await editor.diagnosticsOf('post-service.ts')).toEqual([
    expect.objectContaining({
      code: finding.code,
      range: { start: { line: 16, character: 4 }, end: { line: 16, character: 30 } },
    }),
  ]);
});

test('a configuration that cannot be loaded is no silence', async () => {
  const broken = eslintConfig.replace("'eslint-plugin-persistence'", "'eslint-plugin-persistence/no-such-entry'");
  const editor = await openInEditor(lossy, broken);
  await expect(editor.diagnosticsOf('post-service.ts')).rejects.toThrow('./no-such-entry');
});
