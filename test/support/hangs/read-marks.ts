import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { globSync } from 'tinyglobby';

/** A line of a program that drops a call, by what it says at its end. */
export interface Mark {
  readonly line: number;
  /** `hangs`: the program never ends once the call is awaited. `awaited`: it ends, so that nothing speaks against a fix. */
  readonly what: 'hangs' | 'awaited';
}

/** A program that ends, with the calls that it drops. */
export interface MarkedProgram {
  /** As in `pool-of-one`. */
  readonly name: string;
  readonly marks: readonly Mark[];
}

/** The programs of a folder, which are its modules that export `run`, with their marks: `pool.query(sql); // hangs`. */
export function readMarks(folder: string): readonly MarkedProgram[] {
  return globSync('*.ts', { cwd: folder })
    .toSorted()
    .map(file => ({ name: basename(file, '.ts'), text: readFileSync(resolve(folder, file), 'utf8') }))
    .filter(({ text }) => text.includes('export async function run'))
    .map(({ name, text }) => ({ name, marks: text.split('\n').flatMap(toMark) }));
}

function toMark(text: string, index: number): readonly Mark[] {
  const what = / \/\/ (hangs|awaited)$/.exec(text)?.[1];
  return what === 'hangs' || what === 'awaited' ? [{ line: index + 1, what }] : [];
}

/** The lines that a program marks as one or the other. */
export function linesOf({ marks }: MarkedProgram, what: Mark['what']): readonly number[] {
  return marks.filter(mark => mark.what === what).map(({ line }) => line);
}
