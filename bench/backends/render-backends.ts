import type { Backend } from './backend.js';

/** Renders the record as JSON with one finding a line, so that its diff shows what changed. */
export function renderBackends(backends: readonly Backend[]): string {
  return `[\n${backends.map(renderBackend).join(',\n')}\n]\n`;
}

function renderBackend({ findings, ...head }: Backend): string {
  const lines = Object.entries(head).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const rows = findings.map(finding => `      ${JSON.stringify(finding)}`);
  const list = rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n    ]`;
  return `  {\n${[...lines, `    "findings": ${list}`].join(',\n')}\n  }`;
}
