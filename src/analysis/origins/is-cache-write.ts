import type ts from 'typescript';
import type { Expiry } from '../../catalogue/library-entry.js';
import type { Library } from '../../catalogue/library.js';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { findCandidates } from '../find-candidates.js';
import type { Origin } from '../finding.js';
import { functionAround } from '../../syntax/ancestors.js';
import { contains } from '../../syntax/contains.js';
import { findLocalBinding, findReferences, isWrite } from '../names/find-references.js';
import { isSameReference } from '../names/is-same-reference.js';
import type { Unit } from '../unit.js';
import { unwrap } from '../../syntax/unwrap.js';
import { walk } from '../../syntax/walk.js';

/**
 * Whether a persistence call fills or clears a cache, whose answer nobody needs: of a library that is one, or a write with a time to
 * live in a function that also reads that key, as whoever keeps what was loaded does. What changes what was read, as a session is
 * changed, what only marks that something is there, and what is only written if nothing is there yet, as a lock is, is none.
 *
 * @example `const known = await redis.get(key); if (known) return known; const one = await load(); redis.set(key, one, 'EX', 60); return one;`
 */
export function isCacheWrite(
  call: Candidate,
  { library, method, operation }: Pick<Origin, 'library' | 'method' | 'operation'>,
  unit: Unit,
): boolean {
  const { catalogue, syntax } = unit;
  if (operation !== 'write' || !syntax.isCallExpression(call)) return false;
  const entry = catalogue.ofName.get(library);
  return entry !== undefined && (entry.role === 'cache' || isFilledBeside(call, method, { entry, unit }));
}

interface Context {
  readonly entry: Library;
  readonly unit: Unit;
}

function isFilledBeside(call: ts.CallExpression, method: string, { entry: { expiry }, unit }: Context): boolean {
  const value = expiry && findExpiring(call, expiry.writes[method], { expiry, unit });
  if (!value || !contains(value, node => unit.syntax.isIdentifier(node), unit.syntax)) return false;
  const read = findRead(call, expiry.reads, unit);
  return read !== undefined && !isMadeOf(value, read, unit);
}

/** What a call writes for a while; undefined where it writes for ever, or only if nothing is there. */
function findExpiring(
  { arguments: [, second, third, ...rest] }: ts.CallExpression,
  way: Expiry['writes'][string] | undefined,
  { expiry, unit }: { readonly expiry: Required<Expiry>; readonly unit: Unit },
): ts.Expression | undefined {
  switch (way) {
    case undefined:
      return undefined;
    case 'always':
      return third;
    case 'third':
      return third && second;
    case 'named': {
      const words = [...(third ? [third] : []), ...rest].flatMap(argument => wordsIn(argument, unit));
      return expiry.names.some(name => words.includes(name)) && !expiry.locks.some(lock => words.includes(lock))
        ? second
        : undefined;
    }
  }
}

/** The texts and the names of an argument's members, in lower case. */
function wordsIn(argument: ts.Expression, { syntax }: Unit): readonly string[] {
  const words: string[] = [];
  contains(argument, collect, syntax);
  return words;

  function collect(node: ts.Node): boolean {
    if (syntax.isStringLiteralLike(node)) words.push(node.text.toLowerCase());
    if (
      syntax.isIdentifier(node) &&
      (syntax.isPropertyAssignment(node.parent) || syntax.isShorthandPropertyAssignment(node.parent))
    )
      words.push(node.text.toLowerCase());
    return false;
  }
}

/** A read of the key that a call writes, by the same client, in the outermost function around it. */
function findRead(write: ts.CallExpression, reads: readonly string[], unit: Unit): Candidate | undefined {
  const { syntax } = unit;
  const target = calleeExpression(write);
  const [key] = write.arguments;
  let whole = functionAround(write, syntax);
  for (let outer = whole; outer; outer = functionAround(outer, syntax)) whole = outer;
  if (!whole || !key || !syntax.isPropertyAccessExpression(target)) return undefined;
  return findCandidates(whole, syntax, () => true).find(read => {
    const callee = calleeExpression(read);
    if (
      !syntax.isCallExpression(read) ||
      !syntax.isPropertyAccessExpression(callee) ||
      !reads.includes(callee.name.text)
    )
      return false;
    const [sought] = read.arguments;
    return (
      sought !== undefined &&
      isSameReference(callee.expression, target.expression, unit) &&
      isSameReference(sought, key, unit)
    );
  });
}

/** Whether a value is made of what was read, so that the write changes it: by itself, or by variables that are given nothing else. */
function isMadeOf(value: ts.Node, read: ts.Node, unit: Unit): boolean {
  const { syntax } = unit;
  if (value === read) return true;
  const branches = branchesOf(value, unit);
  if (branches)
    return (
      branches.some(branch => isMadeOf(branch, read, unit)) &&
      branches.every(
        branch => isMadeOf(branch, read, unit) || !contains(branch, node => syntax.isCallExpression(node), syntax),
      )
    );
  if (!syntax.isIdentifier(value)) {
    return walk(value, syntax, part => {
      const isWhole = part === read || syntax.isIdentifier(part) || branchesOf(part, unit) !== undefined;
      if (!isWhole) return 'into';
      return isMadeOf(part, read, unit) ? 'end' : 'over';
    });
  }
  const binding = findLocalBinding(value, unit);
  const initializer = binding?.declaration.initializer;
  return (
    binding !== undefined &&
    initializer !== undefined &&
    initializer.end <= value.pos &&
    !findReferences(binding, unit).some(reference => isWrite(reference, unit)) &&
    isMadeOf(initializer, read, unit)
  );
}

/** The values of which a choice gives one: `known ? parse(known) : await load()`, `known ?? (await load())`. */
function branchesOf(node: ts.Node, { syntax }: Unit): readonly ts.Expression[] | undefined {
  if (syntax.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].map(branch => unwrap(branch, syntax));
  const { BarBarToken, QuestionQuestionToken } = syntax.SyntaxKind;
  const isChoice =
    syntax.isBinaryExpression(node) &&
    [BarBarToken, QuestionQuestionToken].some(kind => kind === node.operatorToken.kind);
  return isChoice ? [node.left, node.right].map(branch => unwrap(branch, syntax)) : undefined;
}
