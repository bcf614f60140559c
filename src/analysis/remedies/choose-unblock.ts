import type ts from 'typescript';
import type { BlockingCall, Instead, Trap } from '../../catalogue/blocking-call.js';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { classifySurroundings } from '../../syntax/classify-surroundings.js';
import type { Edit, Remedy } from '../finding.js';
import { findReadBefore, isOwnVariable } from './find-read-before.js';
import type { ImportChange } from './import-change.js';
import { findImportOf, importName, releaseName } from './import-name.js';
import { needsParentheses } from '../../syntax/needs-parentheses.js';
import { findRegistration } from '../uses/find-registration.js';
import { renderInstead } from './render-instead.js';
import { textOfName } from '../../syntax/declared-names.js';
import { gapBefore, separatorBefore } from '../../syntax/separator-before.js';
import type { Syntax } from '../../syntax/syntax.js';
import { walk } from '../../syntax/walk.js';
import type { FileUnit } from '../unit.js';

/** Chooses what takes the place of a blocking call: its asynchronous twin, awaited, where that means the same. */
export function chooseUnblock(call: Candidate, { instead, traps = [] }: BlockingCall, unit: FileUnit): Remedy {
  if (instead.kind === 'advice') return manual(instead.why);
  if (!unit.syntax.isCallExpression(call)) return manual('a tagged template cannot be rewritten');
  const obstacle = findObstacle(call, traps, unit);
  if (obstacle !== undefined) return manual(obstacle);
  const rewrite = rewriteCallee(call, instead, unit);
  if (!rewrite) return manual('the callee is an alias that cannot be rewritten');
  return {
    type: 'suggestion',
    change: {
      title: `Await ${renderInstead(instead)} instead`,
      edits: awaitCall(call, rewrite, unit),
      imports: rewrite.imports,
    },
    reason: 'other code can run during the `await`',
  };
}

function manual(reason: string): Remedy {
  return { type: 'manual', reason };
}

/** Why a call cannot become its asynchronous twin; undefined where it can. */
function findObstacle(call: ts.CallExpression, traps: readonly Trap[], unit: FileUnit): string | undefined {
  const { syntax } = unit;
  const around = classifySurroundings(call, syntax);
  if (around.kind !== 'async') return 'the function around it is not async, although it runs in one that is';
  if (isListener(around.fn, unit) && !waitsBefore(call, around.fn, syntax))
    return 'event listeners are not awaited, so the code after the call would run after later events';
  if (call.questionDotToken || isOptional(call.expression, syntax)) return 'it is called with `?.`';
  if (traps.length > 0 && call.arguments.some(argument => argument.kind === syntax.SyntaxKind.SpreadElement))
    return 'its arguments are spread, so they are not known';
  if (changesSharedValue(call, unit)) return 'the other operand may change during the `await`';
  return traps.find(trap => isSprung(trap, call, unit))?.why;
}

/** Whether a function listens to an event by its name, so that others rely on what it has done when the next one comes. */
function isListener(fn: ts.SignatureDeclaration, unit: FileUnit): boolean {
  const { parent } = fn;
  return (
    findRegistration(fn, unit) === 'platform' &&
    unit.syntax.isCallExpression(parent) &&
    parent.arguments.findIndex(argument => argument === fn) > 0
  );
}

/** Whether a function has waited for something already when it comes to a call. */
function waitsBefore(call: ts.Node, fn: ts.Node, syntax: Syntax): boolean {
  return walk(fn, syntax, node => {
    if (node.pos >= call.pos || (node !== fn && syntax.isFunctionLike(node))) return 'over';
    return syntax.isAwaitExpression(node) && node.end <= call.pos ? 'end' : 'into';
  });
}

function isOptional(callee: ts.Expression, syntax: Syntax): boolean {
  return (
    syntax.isPropertyAccessExpression(callee) &&
    (callee.questionDotToken !== undefined || isOptional(callee.expression, syntax))
  );
}

/** Whether a call is a part of what an assignment gives to something that it reads before, and that others can change as well. */
function changesSharedValue(call: ts.Expression, unit: FileUnit): boolean {
  const before = findReadBefore(call, unit);
  return before !== undefined && !isOwnVariable(before.target, unit);
}

/** Whether a call is one that the twin does not take in the same way. */
function isSprung(trap: Trap, { arguments: given }: ts.CallExpression, { facts, syntax }: FileUnit): boolean {
  switch (trap.kind) {
    case 'number': {
      const argument = given[trap.argument];
      return argument !== undefined && facts.mayBeNumber(argument);
    }
    case 'option': {
      const options = given[trap.argument];
      if (!options || syntax.isStringLiteralLike(options)) return false;
      return (
        !syntax.isObjectLiteralExpression(options) ||
        options.properties.some(({ name }) => [undefined, trap.option].includes(textOfName(name, syntax)))
      );
    }
    case 'arity':
      return given.length < trap.least || given.length > trap.most;
  }
}

/** What becomes of a callee, and what the imports need for that. */
interface Rewrite {
  readonly edits: readonly Edit[];
  /** What stands between `await` and the callee. */
  readonly before: string;
  /** What stands behind the call. */
  readonly after: string;
  readonly imports: readonly ImportChange[];
}

/**
 * Where a function is reached through an object, its twin is reached through the same object, if that has it: `fs.promises`,
 * `crypto.scrypt`. That needs no import, and is right for an object that was handed in, too. Otherwise it is imported by name.
 */
function rewriteCallee(
  call: ts.CallExpression,
  instead: Exclude<Instead, { kind: 'advice' }>,
  unit: FileUnit,
): Rewrite | undefined {
  const callee = calleeExpression(call);
  if (unit.syntax.isPropertyAccessExpression(callee)) return rewriteMember(callee, instead, unit);
  return unit.syntax.isIdentifier(callee) ? rewriteName(callee, instead, unit) : undefined;
}

function rewriteMember(
  callee: ts.PropertyAccessExpression,
  instead: Exclude<Instead, { kind: 'advice' }>,
  unit: FileUnit,
): Rewrite | undefined {
  const { expression: object } = callee;
  const has = (member: string): boolean => unit.facts.hasMember(object, member);
  const replaceName = (text: string): Edit => replaceMember(callee, text, unit);
  switch (instead.kind) {
    case 'sibling':
      return has(instead.name) ? { edits: [replaceName(instead.name)], before: '', after: '', imports: [] } : undefined;
    case 'module': {
      const after = instead.suffix ?? '';
      const { member } = instead;
      if (member !== undefined && has(member))
        return { edits: [replaceName(`${member}.${instead.name}`)], before: '', after, imports: [] };
      return importInstead(callee, instead, unit);
    }
    case 'promisified': {
      if (!has(instead.name)) return importInstead(callee, instead, unit);
      const promisify = importName({ module: 'util', name: 'promisify' }, unit);
      return {
        edits: [replaceName(`${instead.name})`)],
        before: `${promisify.local}(`,
        after: assertionOf(instead),
        imports: promisify.imports,
      };
    }
  }
}

/** A member in place of another. What stood on a line of its own joins its object, since the line would begin in the middle of a chain. */
function replaceMember(
  { expression, name }: ts.PropertyAccessExpression,
  text: string,
  { sourceFile }: FileUnit,
): Edit {
  const start = name.getStart(sourceFile);
  const between = sourceFile.text.slice(expression.end, start);
  const isOnOwnLine = /^\s*\n\s*\.\s*$/.test(between);
  return isOnOwnLine ? { start: expression.end, end: name.end, text: `.${text}` } : { start, end: name.end, text };
}

function rewriteName(
  callee: ts.Identifier,
  instead: Exclude<Instead, { kind: 'advice' }>,
  unit: FileUnit,
): Rewrite | undefined {
  if (instead.kind !== 'sibling') return importInstead(callee, instead, unit);
  const imported = findImportOf(callee, unit);
  if (!imported) return undefined;
  const twin = importName({ module: imported.module, name: instead.name }, unit);
  return {
    edits: [replace(callee, twin.local, unit)],
    before: '',
    after: '',
    imports: [...twin.imports, ...releaseName(callee, unit)],
  };
}

/** The twin by a name that the file imports, in place of the whole callee. */
function importInstead(
  callee: ts.Expression,
  instead: Extract<Instead, { kind: 'module' | 'promisified' }>,
  unit: FileUnit,
): Rewrite {
  const twin = importName(instead, unit);
  const released = unit.syntax.isIdentifier(callee) && callee.text !== twin.local ? releaseName(callee, unit) : []; // some twins have the same name
  if (instead.kind === 'module') {
    return {
      edits: [replace(callee, twin.local, unit)],
      before: '',
      after: instead.suffix ?? '',
      imports: [...twin.imports, ...released],
    };
  }
  const promisify = importName({ module: 'util', name: 'promisify' }, unit);
  const text = `${promisify.local}(${twin.local})`;
  return {
    edits: [replace(callee, text, unit)],
    before: '',
    after: assertionOf(instead),
    imports: [...promisify.imports, ...twin.imports, ...released],
  };
}

function assertionOf({ result }: Extract<Instead, { kind: 'promisified' }>): string {
  return result === undefined ? '' : ` as ${result}`;
}

function replace(node: ts.Node, text: string, { sourceFile }: FileUnit): Edit {
  return { start: node.getStart(sourceFile), end: node.end, text };
}

/** The edits of a callee, with `await` in front of the call, and parentheses around it where what follows belongs to the result. */
function awaitCall(call: ts.CallExpression, { after, before, edits }: Rewrite, unit: FileUnit): readonly Edit[] {
  const start = call.getStart(unit.sourceFile);
  const isInner = after.startsWith(' as ') || needsParentheses(call, unit.syntax);
  const opening = `${isInner ? `${separatorBefore(call, start, unit.syntax)}(` : gapBefore(start, unit.sourceFile)}await ${before}`;
  const closing = `${after}${isInner ? ')' : ''}`;
  const [first, ...others] = edits;
  const front =
    first?.start === start
      ? [{ ...first, text: opening + first.text }]
      : [{ start, end: start, text: opening }, ...(first ? [first] : [])];
  return [...front, ...others, ...(closing === '' ? [] : [{ start: call.end, end: call.end, text: closing }])];
}
