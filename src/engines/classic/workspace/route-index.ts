import type { ProjectIndex } from '../../../project-index/project-index.js';
import type { Behind } from './create-behind.js';

/** The index of a program's files, with what is asked of the sources behind them. */
export function routeIndex(own: ProjectIndex, { read, readingOf }: Pick<Behind, 'read' | 'readingOf'>): ProjectIndex {
  let packages: ReadonlySet<string> | undefined;
  const index: ProjectIndex = {
    ...own,
    of: node => readingOf(node)?.engine.index ?? index,
    namesReaching: names => {
      const elsewhere = read()?.engine.index.namesReaching(names) ?? new Set();
      return new Set([...elsewhere, ...own.namesReaching(new Set([...names, ...elsewhere]))]);
    },
    packages: () => (packages ??= new Set([...own.packages(), ...(read()?.engine.index.packages() ?? [])])),
    isNamed: (module, without) =>
      own.isNamed(module, without) || read()?.engine.index.isNamed(module, without) === true,
    *mentionsOf(name) {
      yield* own.mentionsOf(name);
      yield* read()?.engine.index.mentionsOf(name) ?? [];
    },
  };
  return index;
}
