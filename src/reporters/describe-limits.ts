import type { Report } from '../analysis/report/report.js';

/** How many results GitHub takes in one run of a SARIF file, and how many of them it shows. */
const results = { taken: 25_000, shown: 5000 } as const;

/** How many bytes the summary of a step on GitHub may have. */
const summaryBytes = 1024 * 1024;

/** A sentence where those whom a form of the report is for would not take it, or not show all of it; none elsewhere. */
export function describeLimits(reporter: string, report: Report, text: string): readonly string[] {
  switch (reporter) {
    case 'sarif':
      return describeResults(report);
    case 'markdown':
      return describeBytes(Buffer.byteLength(text));
    default:
      return [];
  }
}

function describeResults({ summary: { findings } }: Report): readonly string[] {
  if (findings <= results.shown) return [];
  const consequence =
    findings > results.taken
      ? `rejects a file with more than ${results.taken}`
      : `shows only ${results.shown} of a file`;
  return [
    `${findings} results: GitHub's code scanning ${consequence}. Scan parts of the project, such as its packages, and upload each with its own category.`,
  ];
}

function describeBytes(bytes: number): readonly string[] {
  return bytes <= summaryBytes
    ? []
    : [
        `The report has ${(bytes / 1024 / 1024).toFixed(1)} MB, but a step summary on GitHub holds only 1. Keep it as a file, or report parts of the project.`,
      ];
}
