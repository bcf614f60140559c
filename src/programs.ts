import type ts from 'typescript';
import { createClassicTypeFacts } from './engines/classic/classic-type-facts.js';
import type { TypeFacts } from './engines/type-facts.js';
import { createProjectIndex } from './project-index/create-project-index.js';
import { createFileRecords } from './project-index/file-records.js';
import type { ProjectIndex } from './project-index/project-index.js';
import type { Syntax } from './syntax/syntax.js';

/** What the analysis may ask of a program. */
export interface OpenProgram {
  readonly syntax: Syntax;
  readonly facts: TypeFacts;
  readonly index: ProjectIndex;
}

/** Opens programs of one compiler, one after the other or side by side: what their files say for themselves is read once for all. */
export interface Programs {
  /** Asking twice for the same program gives the same object. */
  readonly open: (program: ts.Program) => OpenProgram;
}

/** Makes the one place that programs of `compiler` are opened in, which is to live as long as more of them may come. */
export function createPrograms(compiler: typeof ts): Programs {
  const records = createFileRecords(compiler);
  const opened = new WeakMap<ts.Program, OpenProgram>();
  return { open };

  function open(program: ts.Program): OpenProgram {
    let found = opened.get(program);
    if (!found) opened.set(program, (found = read(program)));
    return found;
  }

  function read(program: ts.Program): OpenProgram {
    const index = createProjectIndex(program, records);
    return { syntax: compiler, facts: createClassicTypeFacts(compiler, program, index), index };
  }
}
