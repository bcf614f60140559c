import type { Stretch } from './record-terminal.js';
import { terminalWidth } from './record-terminal.js';

const letter = { width: 7.8, height: 18 };
const margin = { x: 16, y: 14 };

const classes = `text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: #d6dbe4; white-space: pre; }
.bold { font-weight: 700; fill: #fff; } .dim { fill: #96a0b0; } .red { fill: #ff8b8b; } .green { fill: #7fd88f; } .yellow { fill: #eacb74; } .underline { text-decoration: underline; }`;

/** Draws lines of a terminal as an SVG that says `title` to those who cannot see it. Every stretch has its place and its length, so that columns stay columns in whatever font there is. */
export function renderTerminalPicture(lines: readonly (readonly Stretch[])[], title: string): string {
  const width = Math.ceil(terminalWidth * letter.width + 2 * margin.x);
  const height = Math.ceil(lines.length * letter.height + 2 * margin.y);
  const rows = lines.flatMap((line, index) => renderLine(line, margin.y + (index + 0.75) * letter.height));
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>${escape(title)}</title>
<style>${classes}</style>
<rect width="100%" height="100%" rx="8" fill="#171b22"/>
${rows.join('\n')}
</svg>
`;
}

function renderLine(line: readonly Stretch[], y: number): readonly string[] {
  let column = 0;
  return line.flatMap(({ styles, text }) => {
    const start = column + (text.length - text.trimStart().length);
    column += text.length;
    const shown = text.trim();
    if (shown === '') return [];
    const kind = styles.length > 0 ? ` class="${styles.join(' ')}"` : '';
    const x = round(margin.x + start * letter.width);
    return [
      `<text x="${x}" y="${round(y)}" textLength="${round(shown.length * letter.width)}"${kind}>${escape(shown)}</text>`,
    ];
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
