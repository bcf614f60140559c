import { compileFunction } from 'node:vm';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { fateOfPromise, type Fate } from '../../../src/analysis/uses/find-fate.js';
import { createRandom, type Random } from '../../support/create-random.js';
import { generatePaths, pathDeclarations, pathParameters } from '../../support/generate-paths.js';
import { MemoryProject } from '../../support/memory-project.js';

const seed = Number(process.env['PERSISTENCE_SEED'] ?? 1);
const count = Number(process.env['PERSISTENCE_FUNCTIONS'] ?? 150);

test(`what is said of ${count} random functions is so when they run, from seed ${seed}`, () => {
  const bodies = Array.from({ length: count }, (_, index) => generatePaths(createRandom(seed + index)));
  const text = bodies.map((body, index) => `async function f${index}(${pathParameters}) {\n${body.text}\n}`);
  const project = new MemoryProject(new Map([['/paths.ts', pathDeclarations + text.join('\n')]]));
  const unit = project.unitOf('/paths.ts');
  const generated = unit.sourceFile.statements.filter(ts.isFunctionDeclaration).filter(({ body }) => body);
  const said = new Map<string, number>();
  for (const [index, statement] of generated.entries()) {
    const runs = runAll(bodies[index]?.text ?? '', createRandom(seed + index));
    for (const [site, call] of findSaves(statement).entries()) {
      const fate = fateOfPromise(call, unit);
      expect(
        contradict(fate, site, runs),
        `f${index}, save(${site}) of seed ${seed}:\n${bodies[index]?.text ?? ''}`,
      ).toBe(undefined);
      said.set(fate?.awaited ?? '', (said.get(fate?.awaited ?? '') ?? 0) + 1);
    }
  }
  expect(said.get('onSomePaths')).toBeGreaterThan(0);
  expect(said.get('never')).toBeGreaterThan(0);
});

/** The calls `save(n)` of a function, by their number. */
function findSaves(fn: ts.FunctionDeclaration): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'save')
      found[Number(node.arguments[0]?.getText())] = node;
    ts.forEachChild(node, visit);
  };
  visit(fn);
  return found;
}

/** What happened in one run to the promises of each call, by its number. */
interface Run {
  readonly hasThrown: boolean;
  readonly made: readonly Made[];
}

/** A promise, whether it was awaited, and whether another one took its place. */
interface Made {
  readonly site: number;
  isAwaited: boolean;
  isReplaced: boolean;
}

/** How what is said of a call contradicts what happened. */
function contradict(fate: Fate | undefined, site: number, runs: readonly Run[]): string | undefined {
  const made = runs.flatMap(run => run.made.map(one => ({ ...one, hasThrown: run.hasThrown })));
  const ofSite = made.filter(one => one.site === site);
  if (fate?.awaited === 'never' && ofSite.some(one => one.isAwaited)) return 'it is awaited';
  const isReached = ofSite.length > 0;
  if (
    fate?.awaited === 'onSomePaths' &&
    isReached &&
    !ofSite.some(one => !one.isAwaited && (one.isReplaced || !one.hasThrown))
  )
    return 'it is awaited whenever it is made';
  return undefined;
}

/** Runs a function with all that it can take, and random answers where it asks. */
function runAll(body: string, random: Random): readonly Run[] {
  // `kept` is a member here, so that it is seen when another promise takes the place of one.
  const run = compileFunction(`with (around) { ${body.replace('let kept;', '')} }`, [
    'a',
    'b',
    'xs',
    'word',
    'around',
  ]) as Running; // by what it is compiled of
  return [true, false].flatMap(a =>
    [true, false].flatMap(b =>
      [[], [1], [1, 2], [1, 2, 3]].flatMap(xs =>
        ['x', 'y', 'z'].flatMap(word => Array.from({ length: 6 }, () => runOnce(run, [a, b, xs, word], random))),
      ),
    ),
  );
}

type Given = readonly [boolean, boolean, readonly number[], string];
type Running = (...given: [...Given, Around]) => void;

/** What a generated function has around it; its promises are no promises. */
interface Around {
  kept: Made | undefined;
  readonly save: (site: number) => Made;
  readonly wait: (made: Made | undefined) => boolean;
  readonly next: () => boolean;
  readonly log: () => void;
}

function runOnce(run: Running, given: Given, random: Random): Run {
  const made: Made[] = [];
  let kept: Made | undefined;
  let asked = 0;
  const around: Around = {
    get kept() {
      return kept;
    },
    set kept(next) {
      if (kept) kept.isReplaced = true;
      kept = next;
    },
    save: site => {
      for (const before of made) if (before.site === site) before.isReplaced = true;
      const one = { site, isAwaited: false, isReplaced: false };
      made.push(one);
      return one;
    },
    wait: one => {
      if (one) one.isAwaited = true;
      return true;
    },
    next: () => (asked += 1) < 60 && random(2) === 0,
    log: () => undefined,
  };
  try {
    run(...given, around);
    return { made, hasThrown: false };
  } catch {
    return { made, hasThrown: true };
  }
}
