import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeAsync, typeErrorsIn, type Files } from '../../support/make-async.js';
import { root } from '../../support/paths.js';

const folder = resolve(root, 'fixtures/make-async');

describe.each(readdirSync(folder))('%s', name => {
  test.each(readCases(readFileSync(resolve(folder, name), 'utf8')))('$title', ({ after, before, refusal }) => {
    expect(typeErrorsIn(before)).toEqual([]);
    const made = makeAsync(before);
    if (after) {
      expect(made.files).toEqual(after);
      expect(made).toMatchObject({ refusals: [], errors: [] });
    } else {
      expect(made.refusals.length).toBeGreaterThan(0);
      expect(new Set(made.refusals)).toEqual(new Set([`the function around it cannot become async: ${refusal ?? ''}`]));
      expect(made.files).toEqual(before);
    }
  });
});

interface Case {
  readonly title: string;
  readonly before: Files;
  readonly after: Files | undefined;
  readonly refusal: string | undefined;
}

/** Reads `### title`, blocks of code, and then either `becomes` with as many blocks, or `is refused: <why>`. */
function readCases(text: string): readonly Case[] {
  const cases = text.split(/^### /m).slice(1).map(readCase);
  if (cases.length === 0) throw new Error('no case');
  return cases;
}

function readCase(text: string): Case {
  const [before = '', after] = text.split(/^becomes$/m);
  const refusal = /^is refused: (.*)$/m.exec(text)?.[1];
  if ((after === undefined) === (refusal === undefined))
    throw new Error(`a case says neither what it becomes nor why it is refused: ${text}`);
  return {
    title: text.slice(0, text.indexOf('\n')),
    before: readFiles(before),
    after: after === undefined ? undefined : readFiles(after),
    refusal,
  };
}

function readFiles(text: string): Files {
  return Object.fromEntries(
    [...text.matchAll(/^```(\w+)(?: (\S+))?\n([^]*?)^```$/gm)].map(([, language = '', name, code = '']) => [
      name ?? `a.${language}`,
      code,
    ]),
  );
}
