import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of what is built or installed. */
const passedOver: ReadonlySet<string> = new Set(['build', 'coverage', 'dist', 'node_modules', 'out']);

/**
 * The texts of a package's source files that are not in its project, by path: tests and scripts that the tsconfig leaves out
 * may call what is in it. Packages inside the package are others'.
 */
export function findOutsideTexts(
  packageFolder: string,
  isInProject: (path: string) => boolean,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  visit(packageFolder);
  return texts;

  function visit(folder: string): void {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && !passedOver.has(entry.name) && !existsSync(join(path, 'package.json')))
          visit(path);
      } else if (entry.isFile() && isSource(entry.name) && !isInProject(path) && !isBuiltOf(path, isInProject)) {
        texts.set(path, readFileSync(path, 'utf8'));
      }
    }
  }
}

function isSource(name: string): boolean {
  return (
    /\.(?:[cm]?[jt]sx?|astro|svelte|vue)$/.test(name) && !/\.d\.[cm]?ts$/.test(name) && !plugAndPlayFile.test(name)
  );
}

/** Files of Yarn Plug'n'Play, which are large enough to contain any name, but call nothing in the project. */
const plugAndPlayFile = /^\.pnp\.(?:loader\.)?[cm]?js$/;

/** Whether a JavaScript file is next to the source that it is built from. */
function isBuiltOf(path: string, isInProject: (path: string) => boolean): boolean {
  return ['ts', 'tsx'].some(extension => isInProject(path.replace(/jsx?$/, extension)));
}
