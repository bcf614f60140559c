import type ts from 'typescript';
import { classifySurroundings } from '../syntax/classify-surroundings.js';
import { findIdentifiers } from '../syntax/find-references.js';
import { nameFunction } from '../syntax/name-function.js';
import { runsAtOnce } from './runs-at-once.js';
import type { Declared } from '../type-facts.js';
import type { Unit } from '../unit.js';
import { isWrapper } from '../syntax/unwrap.js';

/**
 * Whether an async function runs before anybody is served, or where nobody is: it starts the program, by its name or because
 * only the top of its file calls it; or it is a test or a command.
 */
export function servesNobody(fn: ts.SignatureDeclaration, unit: Unit): boolean {
  return isOfTest(unit.sourceFile.fileName) || isStarter(nameFunction(fn, unit.syntax)) || isCalledAtTop(fn, unit) || isUndisturbed(fn, unit);
}

/** Whether a file is one of tests, by what such files are commonly called: `user.test.ts`, `test-helper.ts`, `__tests__/user.ts`. */
function isOfTest(path: string): boolean {
  return /(?:^|\/)(?:__tests__|e2e)\/|(?:^|[/.-])(?:e2e|spec|test)[.-][^/]*$/.test(path);
}

function isStarter(name: string): boolean {
  return /(?:^|\.)(?:beforeApplicationShutdown|bootstrap|init|initiali[sz]e|main|on(?:Module|Application)(?:Init|Bootstrap|Destroy|Shutdown)|start)$/.test(name);
}

/** Whether all that can be seen of a function's callers is the top of its file. */
function isCalledAtTop(fn: ts.SignatureDeclaration, unit: Unit): boolean {
  const { syntax } = unit;
  if (syntax.isFunctionExpression(fn) || syntax.isArrowFunction(fn)) return runsAtOnce(fn, unit) && classifySurroundings(fn, syntax).kind === 'module';
  if (!syntax.isFunctionDeclaration(fn) || !fn.name || (fn.modifiers ?? []).some(({ kind }) => kind === syntax.SyntaxKind.ExportKeyword)) return false;
  const uses = findIdentifiers(fn.name.text, unit).filter(identifier => identifier !== fn.name);
  return uses.length > 0 && uses.every(use => syntax.isCallExpression(use.parent) && use.parent.expression === use && classifySurroundings(use, syntax).kind === 'module');
}

/** Whether a function is given to what runs tests or commands. */
function isUndisturbed(fn: ts.Node, { catalogue, facts, syntax }: Unit): boolean {
  let at = fn;
  while (isWrapper(at.parent, syntax)) at = at.parent;
  const { parent } = at;
  if (!syntax.isCallExpression(parent) || parent.expression === at) return false;
  const callee = facts.calleeOf(parent);
  return callee.kind === 'declared' && callee.declarations.some(declared => catalogue.undisturbed.some(one => isOneOf(declared, one)));
}

function isOneOf({ name, place }: Declared, { functions, packages }: Unit['catalogue']['undisturbed'][number]): boolean {
  return place.from === 'package' && packages.includes(place.package) && (functions === undefined || functions.includes(name));
}
