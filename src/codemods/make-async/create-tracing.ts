import type ts from 'typescript';
import type { Engine } from '../../engines/engine.js';
import type { NamedReference } from '../../syntax/declared-names.js';
import type { Tracing } from './tracing.js';

/** What tracing needs in addition to the engine. */
export interface TracingSetup extends Pick<Tracing, 'findExternalCaller' | 'toUnit'> {
  readonly isEditable: (fileName: string) => boolean;
  /** A file's path as reports show it. */
  readonly toPath: (fileName: string) => string;
}

/** Makes what tracing may ask of an engine. */
export function createTracing(
  { declarations, files, index, syntax, types }: Engine,
  { findExternalCaller, isEditable, toPath, toUnit }: TracingSetup,
): Tracing {
  const named = new Map<string, readonly NamedReference[]>();
  let accesses: readonly ts.Expression[] | undefined;
  return {
    syntax,
    files,
    declarations,
    toUnit,
    identifiersNamed: name => {
      let known = named.get(name);
      if (!known) {
        named.set(name, (known = [...index.mentionsOf(name)]));
        types.prepare(known);
      }
      return known;
    },
    dynamicAccesses: () => (accesses ??= index.dynamicAccesses()),
    isEditable: ({ fileName }) => isEditable(fileName),
    findExternalCaller,
    locate: node => {
      const sourceFile = node.getSourceFile();
      return `${toPath(sourceFile.fileName)}:${sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile)).line + 1}`;
    },
  };
}
