import { describe, expect, test } from 'vitest';
import { analyseLibrary, libraries, type AnalysedLibrary } from './analyse-library.js';
import expectedCalls from './expected-calls.json' with { type: 'json' };
import missedCalls from './missed-calls.json' with { type: 'json' };

/** What is known not to be found or reported right, by fixture, then by the code of the line, with the reason. */
const missed: Readonly<Record<string, Readonly<Record<string, string>>>> = missedCalls;

/** The methods that a fixture has to call, by fixture. */
const expected: Readonly<Record<string, readonly string[]>> = expectedCalls;

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
    const awaited = markedLines(analysis)
      .filter(({ code }) => !isMissed(library, code))
      .map(({ lost, number }) => `${number} ${String(lost)}`);
    expect(analysis.found.toSorted()).toEqual(awaited.toSorted());
  });

  test('calls every method that is known of the library', () => {
    const called = markedLines(analysis).map(({ code }) => code);
    const uncalled = (expected[library] ?? []).filter(method => !called.some(code => callsMethod(code, method)));
    expect(uncalled).toEqual([]);
  });

  test('misses only what is there', () => {
    const codes = markedLines(analysis).map(({ code }) => code);
    expect(Object.keys(missed[library] ?? {}).filter(code => !codes.includes(code))).toEqual([]);
  });
});

describe('all libraries', () => {
  test('have a fixture each', () => {
    expect(Object.keys({ ...expected, ...missed }).filter(library => !libraries.includes(library))).toEqual([]);
  });

  test('98 of 100 awaitable calls are found', () => {
    const calls = libraries.flatMap(library => markedLines(analyseLibrary(library)).map(({ code }) => isMissed(library, code)));
    const found = calls.filter(isLost => !isLost).length;
    console.log(`${found} of ${calls.length} awaitable calls of ${libraries.length} libraries are found`);
    expect(found / calls.length).toBeGreaterThanOrEqual(0.98);
  });
});

function markedLines({ lines }: AnalysedLibrary) {
  return lines.filter(({ lost }) => lost !== undefined);
}

function isMissed(library: string, code: string): boolean {
  return missed[library]?.[code] !== undefined;
}

/** Whether a line calls a method, or a function of that name; `()` stands for a tagged template. */
function callsMethod(code: string, method: string): boolean {
  if (method === '()') return /\w`/.test(code);
  return new RegExp(`(?:^|\\W)${method.replaceAll('$', '\\$')}(?:<.*>)?\\(`).test(code);
}
