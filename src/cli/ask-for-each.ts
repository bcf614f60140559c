import type { FileReport } from '../analysis/report/report.js';
import type { FixOptions, Offers } from '../codemods/options.js';
import { UsageError } from '../codemods/usage-error.js';
import { renderChoice } from '../reporters/render-choice.js';
import type { Terminal } from './terminal.js';

const answers = `y  make this edit
n  leave this call
a  make this edit and all later ones in this file
d  leave this call and all later ones in this file
q  leave this call and all remaining ones; make the accepted edits
?  show this help
`;

/** Asks a person about each edit, with the answers that `git add --patch` accepts. Throws a {@link UsageError} without a terminal. */
export function askForEach({ ask, display, out, showStatus }: Terminal): NonNullable<FixOptions['choose']> {
  if (!ask) throw new UsageError('--interactive requires a terminal.');
  let hasQuit = false;

  return async ({ findings, path }: FileReport, { all, before }: Offers) => {
    const accepted = new Set<string>();
    let rest: 'ask' | 'accept' | 'leave' = 'ask';
    for (const [index, finding] of findings.entries()) {
      if (hasQuit || rest === 'leave') break;
      if (rest === 'ask') {
        showStatus?.('');
        out(renderChoice({ path, finding, position: `${before + index + 1} of ${all}` }, display));
        const answer = await askOnce();
        hasQuit = answer === 'q';
        rest = answer === 'a' ? 'accept' : answer === 'd' ? 'leave' : 'ask';
        if (answer !== 'y' && answer !== 'a') continue;
      }
      accepted.add(finding.id);
    }
    return accepted;
  };

  async function askOnce(): Promise<string> {
    for (;;) {
      const line = await ask?.(`${display.style('bold', 'Make this edit')} [y,n,a,d,q,?]? `);
      if (line === undefined) throw new UsageError('Ended before the last answer, so nothing was written.');
      const answer = line.trim().toLowerCase();
      if (answer.length === 1 && 'ynadq'.includes(answer)) return answer;
      out(answers);
    }
  }
}
