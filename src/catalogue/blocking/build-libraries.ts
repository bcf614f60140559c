import type { BlockingCall, BlockingLibrary } from './blocking-library.js';

/** What a build may well do, and a request seldom does, so that it only counts with the cheap calls. */
function ofBuild(use: string): BlockingCall {
  return { instead: { kind: 'advice', use: `\`${use}\``, why: 'it takes other options' }, isCheap: true };
}

/** Compilers and bundlers, which block for long, but mostly in builds. */
export const buildLibraries: readonly BlockingLibrary[] = [
  {
    library: 'esbuild',
    packages: ['esbuild'],
    calls: {
      analyzeMetafileSync: ofBuild('analyzeMetafile'),
      buildSync: ofBuild('build'),
      formatMessagesSync: ofBuild('formatMessages'),
      transformSync: ofBuild('transform'),
    },
  },
  {
    library: 'sass',
    packages: ['sass', 'sass-embedded'],
    calls: {
      compile: ofBuild('compileAsync'),
      compileString: ofBuild('compileStringAsync'),
      renderSync: ofBuild('compileAsync'),
    },
  },
  {
    library: '@babel/core',
    packages: ['@babel/core'],
    calls: {
      parseSync: ofBuild('parseAsync'),
      transformFileSync: ofBuild('transformFileAsync'),
      transformFromAstSync: ofBuild('transformFromAstAsync'),
      transformSync: ofBuild('transformAsync'),
    },
  },
];
