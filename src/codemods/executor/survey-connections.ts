import type ts from 'typescript';
import { walk, type Next } from '../../syntax/walk.js';
import type { FileUnit } from '../../analysis/unit.js';
import type { Driver } from './drivers.js';
import { textOf } from './sql-text.js';

/** Changes to a connection outside the function that opens the database, which the connections of workers lack. */
export interface ConnectionSurvey {
  /** A place that asks what its connection wrote last, as a reader finds it. */
  readonly lastWrite: string | undefined;
  /** A place that changes how a connection gives its values. */
  readonly settings: string | undefined;
  /** Names of functions, tables and databases that only one connection has, each with the place that adds it. */
  readonly names: ReadonlyMap<string, string>;
}

/** The part of a file that a survey needs. */
export type SurveyedUnit = Pick<FileUnit, 'sourceFile' | 'syntax' | 'facts'>;

/** Surveys some files. `toPlace` renders the position of a node. */
export function surveyConnections(
  units: readonly SurveyedUnit[],
  driver: Driver,
  toPlace: (node: ts.Node) => string,
): ConnectionSurvey {
  const names = new Map<string, string>();
  let lastWrite: string | undefined;
  let settings: string | undefined;
  for (const unit of units) {
    if (mayConcernConnection.test(unit.sourceFile.text)) walk(unit.sourceFile, unit.syntax, node => visit(node, unit));
  }
  return { lastWrite, settings, names };

  function visit(node: ts.Node, unit: SurveyedUnit): Next {
    const text = textOf(node, unit);
    if (text !== undefined) readText(text, node);
    if (unit.syntax.isCallExpression(node)) readCall(node, unit);
    return 'into';
  }

  function readText(text: string, node: ts.Node): void {
    if (asksForLastWrite.test(text)) lastWrite ??= toPlace(node);
    for (const pattern of namesInText) {
      for (const [, name = ''] of text.matchAll(pattern)) names.set(name.toLowerCase(), toPlace(node));
    }
  }

  function readCall(call: ts.CallExpression, unit: SurveyedUnit): void {
    const { syntax } = unit;
    const callee = call.expression;
    if (!syntax.isPropertyAccessExpression(callee)) return;
    const method = callee.name.text;
    if (!namers.has(method) && !setters.has(method)) return;
    if (
      !unit.facts
        .typesOf(callee.expression)
        .some(
          ({ name, place }) => name === driver.database && place.from === 'package' && place.package === driver.package,
        )
    )
      return;
    const [name] = call.arguments;
    if (setters.has(method)) settings ??= toPlace(call);
    else if (name && syntax.isStringLiteralLike(name)) names.set(name.text.toLowerCase(), toPlace(call));
  }
}

/** The first of some names that SQL mentions, with the place that adds it. */
export function findName(sql: string, { names }: ConnectionSurvey): readonly [name: string, place: string] | undefined {
  const words = new Set(sql.toLowerCase().match(/\w+/g));
  return [...names].find(([name]) => words.has(name));
}

/** Methods that give a connection a function or a table. */
const namers: ReadonlySet<string> = new Set(['function', 'aggregate', 'table']);

/** Methods that change what a connection gives for the same SQL. */
const setters: ReadonlySet<string> = new Set(['defaultSafeIntegers', 'unsafeMode', 'loadExtension']);

const asksForLastWrite = /\blast_insert_rowid\s*\(|\b(?:total_)?changes\s*\(/i;

const namesInText: readonly RegExp[] = [
  /\bcreate\s+temp(?:orary)?\s+(?:table|view|trigger)\s+(?:if\s+not\s+exists\s+)?["'`[]?(\w+)/gi,
  /\battach\s+(?:database\s+)?\S+\s+as\s+["'`[]?(\w+)/gi,
];

/** Whether a file is worth a walk. */
const mayConcernConnection =
  /last_insert_rowid|changes\s*\(|\btemp|\battach\b|\.(?:function|aggregate|table|defaultSafeIntegers|unsafeMode|loadExtension)\s*\(/i;
