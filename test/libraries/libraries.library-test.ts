import { describe, expect, test } from 'vitest';
import { analyseLibrary, libraries, onlyLibrary, type AnalysedLibrary, type FixtureLine } from './analyse-library.js';
import expectedCalls from './expected-calls.json' with { type: 'json' };
import missedCalls from './missed-calls.json' with { type: 'json' };

/** The methods that a fixture has to call, by fixture. */
const expected: Readonly<Record<string, readonly string[]>> = expectedCalls;

/** The calls that are known not to be found, by fixture, then by the code of their line, with the reason. */
const missed: Readonly<Record<string, Readonly<Record<string, string>>>> = missedCalls;

/**
 * Each fixture calls one library's real package, and says at the end of a line what is lost there:
 * `// lost: kind, remedy, operation, execution`. Every other line must stay silent.
 */
describe.each(libraries)('%s', library => {
  const analysis = analyseLibrary(library);

  test('is called as its types say', () => {
    expect(analysis.errors).toEqual([]);
  });

  test('finds what its comments say, and nothing else', () => {
    const lost = lostLines(analysis).filter(({ code }) => !isMissed(library, code));
    expect(analysis.found.toSorted()).toEqual(lost.map(({ lost, number }) => `${number} ${lost}`).toSorted());
  });

  test('calls every method that is known of the library', () => {
    const codes = lostLines(analysis).map(({ code }) => code);
    const uncalled = (expected[library] ?? []).filter(method => !codes.some(code => callsMethod(code, method)));
    expect(uncalled).toEqual([]);
  });

  test('misses only what is there', () => {
    const codes = lostLines(analysis).map(({ code }) => code);
    expect(Object.keys(missed[library] ?? {}).filter(code => !codes.includes(code))).toEqual([]);
  });
});

describe.runIf(onlyLibrary === undefined)('all libraries', () => {
  test('have a fixture, and calls that are expected of it', () => {
    expect(libraries).toEqual(Object.keys(expected).toSorted());
    expect(Object.keys(missed).filter(library => !libraries.includes(library))).toEqual([]);
  });

  test('98 of 100 awaitable calls are found', () => {
    const shares = libraries.map(library => countFound(analyseLibrary(library)));
    const total = sum(shares.map(share => share.total));
    const found = sum(shares.map(share => share.found));
    console.log(`${found} of ${total} awaitable calls of ${libraries.length} libraries are found`);
    expect(found / total).toBeGreaterThanOrEqual(0.98);
  });
});

interface LostLine extends FixtureLine {
  readonly lost: string;
}

function lostLines({ lines }: AnalysedLibrary): readonly LostLine[] {
  return lines.filter((line): line is LostLine => line.lost !== undefined);
}

function isMissed(library: string, code: string): boolean {
  return missed[library]?.[code] !== undefined;
}

/** Whether a line calls a method, or uses it as a tag; `()` stands for a tag of any name. */
function callsMethod(code: string, method: string): boolean {
  if (method === '()') return /\w`/.test(code);
  return new RegExp(`(?:^|\\W)${method.replaceAll('$', '\\$')}(?:<.*>)?[(\`]`).test(code);
}

function countFound(analysis: AnalysedLibrary): { readonly found: number; readonly total: number } {
  const lines = lostLines(analysis);
  return {
    found: lines.filter(({ lost, number }) => analysis.found.includes(`${number} ${lost}`)).length,
    total: lines.length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
