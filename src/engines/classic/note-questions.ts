import type ts from 'typescript';
import { isRecording, noteDisk } from '../../dependencies.js';
import { createDirectoryReader } from './read-directory.js';

/** What a compiler asks the disk by, be it its system or the host of a program. */
type Asking = Pick<
  ts.CompilerHost,
  'directoryExists' | 'fileExists' | 'getDirectories' | 'readDirectory' | 'readFile' | 'realpath'
>;

/** Gives what answers a compiler's questions in the same way, and notes them as dependencies. */
export function noteQuestions<Host extends Asking>(compiler: typeof ts, host: Host): Host {
  const { directoryExists, getDirectories, readDirectory, realpath } = host;
  return {
    ...host,
    fileExists: path => {
      noteDisk('kind', path);
      return host.fileExists(path);
    },
    readFile: (path, ...rest) => {
      noteDisk('text', path);
      return host.readFile(path, ...rest);
    },
    ...(directoryExists && {
      directoryExists: path => {
        noteDisk('kind', path);
        return directoryExists(path);
      },
    }),
    ...(getDirectories && {
      getDirectories: path => {
        noteDisk('entries', path);
        return getDirectories(path);
      },
    }),
    ...(realpath && {
      realpath: path => {
        noteDisk('realPath', path);
        return realpath(path);
      },
    }),
    ...(readDirectory && {
      readDirectory: (...search) => {
        // Looks into the same folders, and notes each.
        if (isRecording()) createDirectoryReader(compiler, path => realpath?.(path) ?? path).readDirectory(...search);
        return readDirectory(...search);
      },
    }),
  };
}
