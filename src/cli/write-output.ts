import { writeFile } from 'node:fs/promises';
import { cannotBeWritten, type Written } from './assert-can-be-written.js';

/** Writes a file that the user named. Throws a `UsageError` if that fails. */
export async function writeOutput(path: string, what: Written, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw cannotBeWritten(path, what, error);
  }
}
