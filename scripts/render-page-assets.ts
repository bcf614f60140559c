import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { buildSync } from 'esbuild';

/** A module with the script and the style of the HTML report, each in one piece, and with what a policy names it by. */
export function renderPageAssets(): string {
  const assets = { script: bundle('main.ts'), style: bundle('style.css') };
  const entries = Object.entries(assets).map(
    ([name, text]) =>
      `  ${name}: {\n    hash: ${JSON.stringify(hashOf(text))},\n    text: ${JSON.stringify(text)},\n  },\n`,
  );
  return `/** The script and the style of the HTML report. Made by \`npm run generate\` of src/report-page. */
export const pageAssets = {
${entries.join('')}} as const;
`;
}

function bundle(name: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [resolve(import.meta.dirname, '../src/report-page', name)],
    bundle: true,
    charset: 'ascii',
    format: 'iife',
    minify: true,
    target: 'es2022',
    write: false,
  });
  return outputFiles.map(({ text }) => text.trim()).join('');
}

/** As a Content Security Policy writes it. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
