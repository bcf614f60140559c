import { createRequire } from 'node:module';

interface PackageInfo {
  readonly name: string;
  readonly version: string;
}

/** This package's name and version, from its own package.json. */
export const packageInfo = createRequire(import.meta.url)('../package.json') as PackageInfo; // JSON has no type at run time
