import { dirname } from 'node:path';
import { createPackageFinder } from '../find-package.js';
import type { Project } from './load-projects.js';
import type { Shard } from './options.js';

/**
 * Takes one part of the projects, so that all parts together are all projects, and each takes about as long. The projects
 * of one package stay together, since they may import the same files.
 */
export function takeShard(projects: readonly Project[], { count, index }: Shard): readonly Project[] {
  const loads = Array.from({ length: count }, () => 0);
  const taken = new Set<Project>();
  for (const group of groupByPackage(projects).toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    const lightest = loads.indexOf(Math.min(...loads));
    loads[lightest] = (loads[lightest] ?? 0) + sizeOf(group);
    if (lightest === index - 1) for (const project of group) taken.add(project);
  }
  return projects.filter(project => taken.has(project));
}

function groupByPackage(projects: readonly Project[]): readonly (readonly Project[])[] {
  const packageOf = createPackageFinder();
  const groups = new Map<string, Project[]>();
  for (const project of projects) {
    const folder = dirname(project.configPath);
    const key = packageOf(folder) ?? folder;
    groups.set(key, [...(groups.get(key) ?? []), project]);
  }
  return [...groups.values()];
}

/** How long projects take, roughly; even an empty one has libraries to read. */
function sizeOf(projects: readonly Project[]): number {
  return projects.reduce((total, { config }) => total + 100 + config.fileNames.length, 0);
}
