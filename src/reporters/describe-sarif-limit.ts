import type { Report } from '../analysis/report/report.js';

/** How many results GitHub takes in one run of a SARIF file, and how many of them it shows. */
const limits = { taken: 25_000, shown: 5000 } as const;

/** A sentence where GitHub's code scanning would not take the SARIF form of a report, or not show all of it; none elsewhere. */
export function describeSarifLimit({ summary: { findings } }: Report): readonly string[] {
  if (findings <= limits.shown) return [];
  const consequence = findings > limits.taken ? `refuses a file with more than ${limits.taken}` : `shows only ${limits.shown} of a file`;
  return [`${findings} results: GitHub's code scanning ${consequence}. Scan parts of the project, such as its packages, and upload each with a category of its own.`];
}
