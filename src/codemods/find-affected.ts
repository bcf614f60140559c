import type ts from 'typescript';
import type { Engine } from '../engines/engine.js';
import type { Range } from '../analysis/finding.js';
import type { Trails } from '../analysis/summaries/follow-call.js';
import { statementAround } from '../syntax/ancestors.js';
import { isAsync } from '../syntax/classify-surroundings.js';
import type { Syntax } from '../syntax/syntax.js';
import { walk } from '../syntax/walk.js';
import { groupBy } from '../group-by.js';

/** A range of a file's original text. */
interface Place extends Range {
  readonly fileName: string;
}

/** The planned edits, with the engine that they were judged by. */
export interface PlannedEdits {
  /** Where edits begin, inside of functions. */
  readonly starts: readonly { readonly fileName: string; readonly start: number }[];
  readonly engine: Engine;
  /** What following calls came by in it. */
  readonly trails: readonly Trails[];
  /** Where a range of a file's text is in the original. */
  readonly toOriginal: (range: Range, fileName: string) => Range;
}

/**
 * Finds where edits may change what is to be said of lost promises. Of a call in any other place nothing will be new, for
 * what becomes of its promise is settled in the function around it, and what it calls does what it did. It has to be told of
 * every round, since a round judges only a part of the calls.
 */
export class AffectedFinder {
  /** By function, the statements of the calls that were followed to it: of several calls in one value the first is reported. */
  readonly #calls = new Map<string, Map<string, Place>>();
  /** By function, those that wait for it or give back its promise. */
  readonly #callers = new Map<string, Set<string>>();

  /** The ranges of original texts, by file: the functions around the edits, and the statement of each call that was followed to one of these. */
  find({ engine: { files, syntax }, starts, toOriginal, trails }: PlannedEdits): ReadonlyMap<string, readonly Range[]> {
    for (const trail of trails) this.#note(trail, toPlace, syntax);
    const around = starts.map(({ fileName, start }) => functionsAround(start, files.named(fileName), syntax));
    const outermost = around.flatMap(functions => functions.find(fn => isAsync(fn, syntax)) ?? functions.slice(0, 1));
    const affected = [...outermost.map(toPlace), ...this.#callsTo(around.flat().map(toPlace))];
    return groupBy(affected, ({ fileName }) => fileName);

    function toPlace(node: ts.Node): Place {
      const { fileName } = node.getSourceFile();
      return { fileName, ...toOriginal({ start: node.getStart(), end: node.end }, fileName) };
    }
  }

  #note({ callers, calls }: Trails, toPlace: (node: ts.Node) => Place, syntax: Syntax): void {
    for (const [call, functions] of calls) {
      const place = toPlace(statementAround(call, syntax));
      for (const fn of functions)
        valueOf(this.#calls, keyOf(toPlace(fn)), () => new Map<string, Place>()).set(
          `${place.start}:${place.end} ${place.fileName}`,
          place,
        );
    }
    for (const [fn, those] of callers) {
      const known = valueOf(this.#callers, keyOf(toPlace(fn)), () => new Set<string>());
      for (const caller of those) known.add(keyOf(toPlace(caller)));
    }
  }

  #callsTo(functions: readonly Place[]): readonly Place[] {
    const reached = new Set(functions.map(keyOf));
    for (const fn of reached) for (const caller of this.#callers.get(fn) ?? []) reached.add(caller);
    return [...reached].flatMap(fn => [...(this.#calls.get(fn)?.values() ?? [])]);
  }
}

/** The end does not tell: a function may have been edited. */
function keyOf({ fileName, start }: Place): string {
  return `${start} ${fileName}`;
}

function valueOf<V>(map: Map<string, V>, key: string, create: () => V): V {
  const value = map.get(key) ?? create();
  map.set(key, value);
  return value;
}

/** The functions around a place, outermost first. */
function functionsAround(
  place: number,
  sourceFile: ts.SourceFile | undefined,
  syntax: Syntax,
): readonly ts.SignatureDeclaration[] {
  const functions: ts.SignatureDeclaration[] = [];
  if (!sourceFile) return functions;
  walk(sourceFile, syntax, node => {
    if (node !== sourceFile && (node.pos > place || place >= node.end)) return 'over';
    if (syntax.isFunctionLike(node)) functions.push(node);
    return 'into';
  });
  return functions;
}
