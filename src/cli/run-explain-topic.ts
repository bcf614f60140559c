import { readFile } from 'node:fs/promises';
import { kindNames, ruleNames, toCurrentName } from '../codemods/options.js';
import { UsageError } from '../codemods/usage-error.js';
import { packageInfo } from '../package-info.js';
import { renderKinds, renderTopic, ruleOf, type Topic } from '../reporters/render-topic.js';
import type { ExitCode } from './exit-code.js';
import type { Terminal } from './terminal.js';

/** Prints what the documents say of a kind or a rule; without a name, which there are. */
export async function runExplainTopic(name: string | undefined, { display, out }: Terminal): Promise<ExitCode> {
  if (name === undefined) {
    for (const rule of ruleNames)
      out(`${display.style('bold', `persistence/${rule}`)}\n${renderKinds(rule, display)}\n`);
    return 0;
  }
  const topic = toTopic(name);
  const page = await readFile(new URL(`../../docs/rules/${ruleOf(topic)}.md`, import.meta.url), 'utf8');
  out(renderTopic(topic, page, { display, tool: packageInfo }));
  return 0;
}

/** Reads the name of a kind or a rule as a report or ESLint shows it: `floating`, `no-unawaited-calls`, `persistence/no-unawaited-calls/floating`. */
function toTopic(name: string): Topic {
  const word = name.replace(/^\[(.*)\]$/, '$1').replace(/^persistence\//, '');
  const last = toCurrentName('kind', word.split('/').at(-1) ?? '');
  const kind = kindNames.find(one => one === last);
  if (kind) return { type: 'kind', kind };
  const rule = ruleNames.find(one => one === word);
  if (rule) return { type: 'rule', rule };
  throw new UsageError(
    `${name}: no kind or rule has this name. Rules are ${ruleNames.join(', ')}; kinds are ${kindNames.join(', ')}. For a line in a file, use scan --explain FILE:LINE.`,
  );
}
