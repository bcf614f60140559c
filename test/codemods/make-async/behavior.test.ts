import ts from 'typescript';
import { expect, test } from 'vitest';
import { makeAsync } from '../../support/make-async.js';

const service = `class Posts {
  readonly #done: string[] = [];
  add(title: string): string {
    posts.save({ title, count: 0 });
    log('added ' + title);
    return title;
  }
  addAll(titles: string[]): number {
    titles.forEach(title => { log('begin ' + title); this.#done.push(this.add(title).toUpperCase()); });
    return this.#done.length;
  }
  try(title: string): string {
    try { return this.add(title) + ' in time'; } catch { return 'caught'; } finally { log('finally ' + title); }
  }
}
async function main(): Promise<string> {
  const service = new Posts();
  if (service.addAll(['a', 'b']) === 2) log('both');
  return [service.try('c'), service.try('fails'), service.add('d').length].join();
}
export { main };
`;

test('callers still run in their order, and now what they wait for is over', async () => {
  const made = makeAsync({ 'a.ts': service });
  expect(made).toMatchObject({ errors: [], refusals: [] });

  const before = await runMain(service);
  expect(before.result).toBe('c in time,fails in time,1');
  expect(before.events).toEqual([
    'begin a',
    'added a',
    'begin b',
    'added b',
    'both',
    'added c',
    'finally c',
    'added fails',
    'finally fails',
    'added d',
    'main is over',
    'saved a',
    'saved b',
    'saved c',
    'lost fails',
    'saved d',
  ]);

  const after = await runMain(made.files['a.ts'] ?? '');
  expect(after.result).toBe('c in time,caught,1');
  expect(after.events).toEqual([
    'begin a',
    'saved a',
    'added a',
    'begin b',
    'saved b',
    'added b',
    'both',
    'saved c',
    'added c',
    'finally c',
    'lost fails',
    'finally fails',
    'saved d',
    'added d',
    'main is over',
  ]);
});

interface Outcome {
  readonly result: string;
  readonly events: readonly string[];
}

/** Runs the program's `main` on a database that takes its time, and that refuses what is called \`fails\`. */
async function runMain(text: string): Promise<Outcome> {
  const events: string[] = [];
  const pending: Promise<unknown>[] = [];
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const exported: { main?: () => Promise<string> } = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the program under test
  new Function('exports', 'posts', 'log', outputText)(exported, { save }, (event: string) => events.push(event));
  const result = (await exported.main?.()) ?? '';
  events.push('main is over');
  await Promise.allSettled(pending);
  return { result, events };

  function save({ title }: { readonly title: string }): Promise<void> {
    const saving = new Promise<void>((resolve, reject) => {
      setTimeout(() => {
        events.push(title === 'fails' ? `lost ${title}` : `saved ${title}`);
        if (title === 'fails') reject(new Error('refused'));
        else resolve();
      }, 2);
    });
    saving.catch(() => undefined);
    pending.push(saving);
    return saving;
  }
}
