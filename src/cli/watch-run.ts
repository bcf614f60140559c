import type { ScanOptions } from '../codemods/options.js';
import { renderProgress } from './render-progress.js';
import type { Terminal } from './terminal.js';

/** Runs something that can be watched, and shows its notices and on a terminal how far it is; with `quiet` nothing. */
export async function watchRun<Result>(
  { quiet = false }: { readonly quiet?: boolean },
  { error, isNews, showStatus }: Terminal,
  start: (watching: Pick<ScanOptions, 'onNotice' | 'onProgress'>) => Promise<Result>,
): Promise<Result> {
  if (quiet) return start({});
  let begin: number | undefined;
  const clear = (): void => {
    showStatus?.('');
  };
  try {
    return await start({
      onNotice: (sentence, about) => {
        if (about === 'project' && isNews?.(sentence) === false) return;
        clear();
        error(`${sentence}\n`);
      },
      ...(showStatus && {
        onProgress: progress => {
          if (progress.files.all > 0) begin ??= performance.now();
          showStatus(renderProgress(progress, begin === undefined ? 0 : performance.now() - begin));
        },
      }),
    });
  } finally {
    clear();
  }
}
