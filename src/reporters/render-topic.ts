import { docsUrlOf, docsUrlOfKind, type PackageVersion } from '../analysis/docs-url.js';
import type { RuleName } from '../analysis/kinds/kind.js';
import { kinds, kindsOf, type Kind } from '../analysis/kinds/kinds.js';
import { renderRows } from './render-rows.js';
import type { Display } from './reporter.js';
import { wrapText } from './wrap-text.js';

/** A topic of the documentation: a kind or a rule. */
export type Topic = { readonly type: 'kind'; readonly kind: Kind } | { readonly type: 'rule'; readonly rule: RuleName };

/** The part of a rule's page that is about a topic, for a terminal, with where to read on. `page` is the Markdown of the rule's page. */
export function renderTopic(topic: Topic, page: string, context: TopicContext): string {
  const { display, tool } = context;
  const parts =
    topic.type === 'kind'
      ? [
          display.style('bold', `${kinds[topic.kind].title} [${topic.kind}]`),
          wrapText(kinds[topic.kind].description, display),
          renderBlocks(sectionOf(topic.kind, page), display),
          display.style('dim', docsUrlOfKind(topic.kind, tool)),
        ]
      : [
          display.style('bold', `persistence/${topic.rule}`),
          renderBlocks(introductionOf(page), display),
          renderKinds(topic.rule, display),
          display.style('dim', docsUrlOf(topic.rule, tool)),
        ];
  return `${parts.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

/** The rule whose page a topic is on. */
export function ruleOf(topic: Topic): RuleName {
  return topic.type === 'kind' ? kinds[topic.kind].rule : topic.rule;
}

/** Where a topic is shown, and the version that its address has. */
export interface TopicContext {
  readonly display: Display;
  readonly tool: PackageVersion;
}

/** The kinds that a rule reports, one a line. */
export function renderKinds(rule: RuleName, { style }: Display): string {
  const rows = kindsOf(rule).map(kind => [`  ${style('bold', kind)}  `, kinds[kind].title]);
  return `${renderRows(rows, [null, null])}\n`;
}

/** The section under the heading of a kind. */
function sectionOf(kind: Kind, page: string): string {
  const [, text = ''] = page.split(`\n### \`${kind}\`\n`);
  return text.split(/^#{2,3} /m)[0] ?? '';
}

/** The text between the title and the first heading. */
function introductionOf(page: string): string {
  return page.replace(/^# .*\n/, '').split(/^## /m)[0] ?? '';
}

/** Markdown as text: paragraphs that are wrapped, lists, tables as they are, and code that stands in, with what it is an example of. */
function renderBlocks(markdown: string, display: Display): string {
  return markdown
    .split(/^```/m)
    .map((part, index) => (index % 2 === 1 ? renderCode(part, display) : renderProse(part, display)))
    .join('');
}

function renderCode(block: string, { style }: Display): string {
  const [info = '', ...lines] = block.trimEnd().split('\n');
  const label = labels[info.split(' ')[1] ?? ''];
  const head = label ? `  ${style(label.color, label.text)}\n` : '';
  return `\n${head}${lines.map(line => (line === '' ? '' : `    ${line}`)).join('\n')}\n`;
}

const labels: Readonly<Partial<Record<string, { readonly text: string; readonly color: 'green' | 'red' }>>> = {
  incorrect: { text: 'Incorrect:', color: 'red' },
  correct: { text: 'Correct:', color: 'green' },
};

function renderProse(text: string, display: Display): string {
  const lines = withoutTargets(text).split('\n');
  return lines.map(line => (line.startsWith('|') ? line : wrapText(line, display))).join('\n');
}

/** Links to parts of the documents are of no use in a terminal; others are shown. */
function withoutTargets(text: string): string {
  return text.replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, words: string, target: string) =>
    target.startsWith('http') ? `${words} (${target})` : words,
  );
}
