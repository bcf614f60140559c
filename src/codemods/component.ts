import { extname } from 'node:path';

/** Files with TypeScript inside something else, which no compiler reads, by their extension. */
const components: Readonly<Record<string, string>> = { '.astro': 'Astro', '.svelte': 'Svelte', '.vue': 'Vue' };

/** The extensions of files with TypeScript inside something else. */
export const componentExtensions: readonly string[] = Object.keys(components);

/** Why a file is not read that has TypeScript inside something else; undefined for any other. */
export function describeComponent(fileName: string): string | undefined {
  const framework = components[extname(fileName)];
  return framework && `${framework} components are not read`;
}
