import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { noteDisk } from '../dependencies.js';

/** A file's text with what is needed to write it back byte for byte. */
export interface SourceText {
  /** Without the byte order mark. */
  readonly text: string;
  readonly hasByteOrderMark: boolean;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
}

const byteOrderMark = '\uFEFF';

/** Reads a file strictly as UTF-8; undefined if it is something else, so that misread text is never written back. Throws if it cannot be read. */
export function readSourceText(path: string): SourceText | undefined {
  noteDisk('text', path);
  const bytes = readFileSync(path);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const hasByteOrderMark = text.startsWith(byteOrderMark);
    return { text: hasByteOrderMark ? text.slice(1) : text, hasByteOrderMark, hash: hashOf(bytes) };
  } catch {
    return undefined;
  }
}

/** The bytes of a changed text, with the byte order mark the file had. */
export function toBytes(text: string, { hasByteOrderMark }: SourceText): Buffer {
  return Buffer.from(hasByteOrderMark ? byteOrderMark + text : text, 'utf8');
}

/** SHA-256 of some bytes, in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
