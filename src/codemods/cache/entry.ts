import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { Dependency } from '../../dependencies.js';
import { describeError } from '../../describe-error.js';
import { UsageError } from '../usage-error.js';

/** A value that was computed, and what it depends on. */
export interface Kept<Value> {
  readonly value: Value;
  readonly dependencies: readonly Dependency[];
}

/** The place of one value in a cache. */
export interface Entry<Value> {
  /** What is kept there; undefined where that is nothing, or is of another key, or is not what was written. */
  read(): Kept<Value> | undefined;
  /** Keeps something. Gives one sentence where that fails. */
  write(kept: Kept<Value>): string | undefined;
}

/** What a value is kept for. Both are plain data. */
export interface EntryKey {
  /** What was asked for: for each of it there is a file. */
  readonly asked: unknown;
  /** What else the value is for: one that is for something else is replaced. */
  readonly state: unknown;
}

/**
 * Opens the entry of a key in a folder, which is made. A line with a hash of the key and one of the contents is before these,
 * so that what is cut off, mixed up, of another version or no entry at all is known by it. Throws a {@link UsageError} where the folder
 * is a file.
 */
export function openEntry<Value>(folder: string, key: EntryKey): Entry<Value> {
  makeFolder(folder);
  const path = join(folder, `scan-${hashOf(JSON.stringify(key.asked)).slice(0, 20)}.json`);
  const keyHash = hashOf(JSON.stringify(key));
  return {
    read() {
      const text = readText(path);
      const end = text.indexOf('\n');
      const content = text.slice(end + 1);
      return end > 0 && text.slice(0, end) === toHead(keyHash, content)
        ? (JSON.parse(content) as Kept<Value>)
        : undefined; // which is what was written
    },
    write(kept) {
      const content = JSON.stringify(kept);
      const beside = `${path}.${process.pid}-${threadId}`;
      try {
        writeFileSync(beside, `${toHead(keyHash, content)}\n${content}`);
        renameSync(beside, path);
        return undefined;
      } catch (error) {
        rmSync(beside, { force: true });
        return `${path}: the result could not be kept (${describeError(error).replace(/\.$/, '')}).`;
      }
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // what the file system throws
    if (code === 'EEXIST' || code === 'ENOTDIR')
      throw new UsageError(
        `${folder}: results cannot be kept here, for this is no folder. Name one with --cache-location.`,
      );
    // Whatever else it is, is said when something is written.
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function toHead(keyHash: string, content: string): string {
  return `${keyHash} ${hashOf(content)}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
