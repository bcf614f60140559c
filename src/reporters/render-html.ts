import type { Report } from '../analysis/report/report.js';
import { describeTotals } from './describe-totals.js';
import { renderFile } from './html/render-file.js';
import { renderFilters } from './html/render-filters.js';
import { markup, nothing, type Markup } from './html/markup.js';
import { pageAssets } from './html/page-assets.js';
import { renderSentence } from './html/render-sentence.js';
import { renderSkipped } from './html/render-skipped.js';
import { renderTiles } from './html/render-tiles.js';

/**
 * The report as one page for a browser, which asks for nothing else. All findings are in it as they are, so that it reads,
 * prints and is searched without its script, too, which filters and opens them. Its policy lets nothing run or load but what is
 * ours, whatever code of the project says.
 */
export function renderHtml(report: Report): string {
  const { findings } = report.summary;
  const heading = `Lost persistence calls in ${report.root.split('/').at(-1) ?? ''}`;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<title>${heading}</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<style>${{ html: pageAssets.style.text }}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header>
<h1>${heading}</h1>
${themes}
${renderIntroduction(report)}
</header>
<div class="columns${findings > 0 ? ' filtered' : ''}">
${findings > 0 ? renderFilters(report.files) : nothing}
<main id="findings" tabindex="-1">
${findings > 0 ? toolbar : nothing}
${report.files.map(file => renderFile(file, { isOpen: findings <= openFindings, tool: report.tool }))}
${renderSkipped(report.skipped)}
</main>
</div>
<footer>${renderOrigin(report)}</footer>
<script>${{ html: pageAssets.script.text }}</script>
</body>
</html>
`;
  return page.html;
}

/** The largest number of findings that are shown expanded. */
const openFindings = 20;

const policy = [
  "default-src 'none'",
  'img-src data:',
  `style-src '${pageAssets.style.hash}'`,
  `script-src '${pageAssets.script.hash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A promise that is not kept: a ring with a gap. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M13 8a5 5 0 1 1-5-5" fill="none" stroke="#c2410c" stroke-width="3" stroke-linecap="round"/></svg>';

const themes = markup`<fieldset class="themes"><legend>Colors</legend>${['auto', 'light', 'dark'].map(
  theme =>
    markup`<label><input type="radio" name="theme" value="${theme}"${theme === 'auto' ? markup` checked` : nothing}><span>${theme}</span></label>`,
)}</fieldset>`;

const toolbar = markup`<div class="toolbar"><p role="status"></p><button type="button" data-open="true">Open all</button><button type="button" data-open="false">Close all</button></div>
<p class="unmatched" hidden>No finding matches these filters.</p>`;

/** The totals, which the table shows last, at the top. */
function renderIntroduction(report: Report): Markup {
  const { found, judged, missed, next } = describeTotals(report);
  const isGood = report.summary.findings === 0 && missed.length === 0;
  return markup`<p class="found${isGood ? ' good' : ''}">${renderSentence(found)}</p>
${missed.map(sentence => markup`<p class="missed">${renderSentence(sentence)}</p>`)}
${renderTiles(report.summary)}
<p>${renderSentence(judged)}</p>
${next.map(sentence => markup`<p>${renderSentence(sentence)}</p>`)}`;
}

function renderOrigin({ mode, tool }: Report): Markup {
  const commands = { scan: 'scan', dryRun: 'fix', write: 'fix --write' } as const;
  return markup`Made by ${tool.name} ${tool.version}, <code>${commands[mode]}</code>.`;
}
