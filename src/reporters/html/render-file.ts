import type { FileReport } from '../../analysis/report/report.js';
import { foldersOf } from './facets.js';
import { markup, type Markup } from './markup.js';
import { renderFinding, type FindingDisplay } from './render-finding.js';
import { renderPath } from './render-path.js';

/** A file with its findings. */
export function renderFile({ findings, path }: FileReport, display: FindingDisplay): Markup {
  return markup`<section class="file" data-folders="${JSON.stringify(foldersOf(path))}">
<h2>${renderPath(path)}</h2>
<ol>
${findings.map(finding => renderFinding(finding, display))}</ol>
</section>
`;
}
