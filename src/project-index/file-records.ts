import type ts from 'typescript';
import type { Syntax } from '../syntax/syntax.js';
import { readFile, type FileRecord } from './file-record.js';
import { dynamicAccessesVisitor } from './visit-dynamic-accesses.js';
import { identifiersVisitor, type ReferencesByName } from './visit-identifiers.js';
import { namesVisitor, type NamesOfFile } from './visit-names.js';
import type { Visitor } from './visitor.js';
import { createFileWalk } from './walk-file.js';

/** Gives what one question came to for a file, which is found once. */
type Ask<Answer> = (sourceFile: ts.SourceFile) => Answer;

/**
 * What the trees of files say. It outlives programs: a file that the next program has as the same tree is not read again, so
 * that a keystroke costs the reading of one file. It keeps no file alive, and holds nothing of a program.
 */
export interface FileRecords {
  /** The record of each of the project's own files, collected in one walk. */
  readonly of: Ask<FileRecord>;
  /** The declarations of an external file, which are all that is needed of it. */
  readonly namesOf: Ask<NamesOfFile>;
  /** The identifiers of a file: large, and needed for few files. */
  readonly referencesIn: Ask<ReferencesByName>;
  /** Everything of which a file takes a member whatever its name: asked only where functions become async. */
  readonly dynamicAccessesIn: Ask<readonly ts.Expression[]>;
}

/** Makes the memory of all files that one compiler reads. */
export function createFileRecords(syntax: Syntax): FileRecords {
  return {
    of: once(sourceFile => readFile(sourceFile, syntax)),
    namesOf: alone(namesVisitor),
    referencesIn: alone(identifiersVisitor),
    dynamicAccessesIn: alone(dynamicAccessesVisitor),
  };

  /** A walk for one question, of files that are not asked for much else. */
  function alone<Part extends object>(visitor: Visitor<Part>): Ask<Part> {
    return once(sourceFile => {
      const { add, run } = createFileWalk(sourceFile, syntax);
      const end = add(visitor);
      run();
      return end();
    });
  }
}

function once<Answer extends object>(read: Ask<Answer>): Ask<Answer> {
  const known = new WeakMap<ts.SourceFile, Answer>();
  return sourceFile => {
    let answer = known.get(sourceFile);
    if (!answer) known.set(sourceFile, (answer = read(sourceFile)));
    return answer;
  };
}
