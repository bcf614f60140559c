import type ts from 'typescript';
import type { FileUnit } from '../../analysis/unit.js';
import type { Engine } from '../../engines/engine.js';
import type { NamedReference } from '../../syntax/declared-names.js';

/** The questions for tracing the callers of a function. */
export interface Tracing extends Pick<Engine, 'syntax' | 'files' | 'declarations'> {
  /** Makes a unit of a file of the project. */
  readonly toUnit: (sourceFile: ts.SourceFile) => FileUnit;
  /** Everything of the project that may refer to something by that name. */
  readonly identifiersNamed: (name: string) => readonly NamedReference[];
  /** Everything of the project of which a member is taken whatever its name. */
  readonly dynamicAccesses: () => readonly ts.Expression[];
  /** Whether a file of the project may be edited. */
  readonly isEditable: (sourceFile: ts.SourceFile) => boolean;
  /** How a declaration can be reached from outside the project; undefined if it cannot. */
  readonly findExternalCaller: (declaration: ts.Declaration, name: string) => string | undefined;
  /** A place as a reader finds it: `src/main.ts:12`. */
  readonly locate: (node: ts.Node) => string;
}
