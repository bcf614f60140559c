import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageInfo } from '../package-info.js';
import { findCacheFolder } from './find-cache-folder.js';

/**
 * Gives a function that says whether a sentence was never said in this project by this version, and remembers that it is now.
 * The record is kept with other caches in the nearest `node_modules`; if there is none, or nothing can be written,
 * every sentence is news.
 */
export function rememberNotices(cwd: string): (sentence: string) => boolean {
  return sentence => {
    const path = findFile(cwd);
    const told = path === undefined ? [] : readTold(path);
    if (told.includes(sentence)) return false;
    if (path !== undefined) writeTold(path, [...told, sentence]);
    return true;
  };
}

function findFile(start: string): string | undefined {
  const folder = findCacheFolder(start);
  return folder === undefined ? undefined : join(folder, `notices-${packageInfo.version}.json`);
}

function readTold(path: string): readonly string[] {
  try {
    const told: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return Array.isArray(told) ? told.filter(sentence => typeof sentence === 'string') : [];
  } catch {
    return []; // no notice was recorded yet, or another tool wrote there
  }
}

function writeTold(path: string, told: readonly string[]): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(told, undefined, 2)}\n`);
  } catch {
    // It is said again next time.
  }
}
