import { writeFile } from 'node:fs/promises';
import { cannotBeWritten, type Written } from './assert-can-be-written.js';

/** Writes a file that somebody named, once it is there to be written. Throws a `UsageError` where that fails. */
export async function writeOutput(path: string, what: Written, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw cannotBeWritten(path, what, error);
  }
}
