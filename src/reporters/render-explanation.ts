import type { Silence, Verdict } from '../analysis/judge-suspect.js';
import type { ConnectionUse } from '../analysis/connections/classify-connection.js';
import type { CallExplanation, ExplainedOrigin, ExplainedPlace } from '../analysis/explain-calls.js';
import type { Remedy } from '../analysis/finding.js';
import type { Fate } from '../analysis/uses/find-fate.js';
import { renderMessage } from '../analysis/kinds/kinds.js';
import type { Standing } from '../analysis/configuration/policy.js';
import type { Declared } from '../engines/type-facts.js';
import type { NotKnown } from '../analysis/not-known.js';
import type { Use } from '../analysis/uses/use.js';
import { suggestionOnly } from '../analysis/suggestion-only.js';
import { renderReason } from './render-reason.js';
import type { Display } from './reporter.js';

/** The verdicts on the calls of a line. */
export interface ShownExplanation {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly calls: readonly (CallExplanation & {
    readonly line: number;
    readonly column: number;
    readonly standing: Standing | undefined;
  })[];
}

/** Explains why each call on a line was reported, left alone or not judged. */
export function renderExplanation({ calls, line, path, text }: ShownExplanation, { style }: Display): string {
  const head = `${style('underline', `${path}:${line}`)}  ${style('dim', text)}\n`;
  if (calls.length === 0) return `${head}\n  There is no call on this line.\n`;
  return [head, ...calls.map(call => renderCall(call, style))].join('\n');
}

function renderCall(explained: ShownExplanation['calls'][number], style: Display['style']): string {
  const { awaited, call, column, connection, line, origin, place, standing, use, verdict } = explained;
  const facts: readonly (readonly [name: string, says: string])[] = [
    ['use', awaited ? `${uses[use]}: ${paths[awaited]}` : uses[use]],
    ['place', renderPlace(place)],
    ['origin', renderOrigin(origin)],
    ...(connection && connection !== 'free' ? [['held', connections[connection]] as const] : []),
    ['verdict', renderVerdict(verdict, use, standing)],
  ];
  const lines = facts.map(([name, says]) => `    ${name.padEnd(8)} ${says}\n`);
  return `  ${line}:${column}  ${style('bold', `\`${call}\``)}\n${lines.join('')}`;
}

const paths: Readonly<Record<Fate['awaited'], string>> = {
  never: 'it is not awaited on any path',
  onSomePaths: 'it is awaited on some paths, but not on others',
  assumed: 'it is awaited, or may be',
};

const connections: Readonly<Record<Exclude<ConnectionUse, 'free'>, string>> = {
  inTransaction: 'it runs in a transaction',
  onConnection: 'it uses a connection that is held',
  beside: 'a connection is held while it runs, and it is not known to use that connection',
};

function renderPlace(place: ExplainedPlace): string {
  switch (place.kind) {
    case 'module':
      return 'the top level of a file';
    case 'noAwait':
      return `${place.place}, which cannot \`await\``;
    case 'async':
      return `${place.function}, which is async`;
    case 'sync':
      return `${place.function}, which is not async`;
  }
}

const uses: Readonly<Record<Use['kind'], string>> = {
  awaited: 'its promise is awaited',
  returned: 'its promise is returned to the caller',
  floating: 'its promise is dropped',
  voided: 'its promise is dropped by `void`',
  handled: 'a rejection handler is attached to its promise, which is then dropped',
  assigned: 'a variable keeps its promise',
  tested: 'its promise is tested or compared as if it were the result',
  serialized: 'its promise is stringified or spread as if it were the result',
  collected: 'its promise is put into an array or an object',
  stored: 'its promise is stored in a property',
  argument: 'its promise is an argument of a call',
  passed: 'its promise is passed on',
  link: 'it is part of a longer chain',
};

function renderOrigin(origin: ExplainedOrigin): string {
  switch (origin.kind) {
    case 'unknown':
      return unknowns[origin.why];
    case 'other':
      return origin.declarations.length > 0
        ? `declared by ${origin.declarations.map(renderDeclared).join(', ')}: not a persistence call`
        : 'not a persistence call';
    case 'persistence': {
      const { execution, library, method, operation, receiver, via } = origin.origin;
      const name = receiver === undefined ? method : `${receiver}.${method}`;
      const path = via.length > 0 ? `, through ${via.map(step => `\`${step}\``).join(' -> ')}` : '';
      return `${operation === 'unknown' ? 'call' : operation} of ${library === 'project' ? "the project's own repository" : library}, \`${name}\`, ${execution === 'lazy' ? 'runs when it is awaited' : 'runs immediately'}${path}`;
    }
  }
}

const unknowns: Readonly<Record<NotKnown, string>> = {
  any: 'not known: a type is `any`',
  unresolvedImport: 'not known: an import was not found (are the dependencies installed?)',
  implementation: 'not known: the called function has no visible body, or more than 50',
};

function renderDeclared({ name, owner, place }: Declared): string {
  const member = `\`${owner === undefined ? name : `${owner}.${name}`}\``;
  switch (place.from) {
    case 'package':
      return `${member} of ${place.package}`;
    case 'file':
      return `${member} of the project`;
    case 'lib':
      return `${member} of the platform`;
  }
}

function renderVerdict(verdict: Verdict, use: Use['kind'], standing: Standing | undefined): string {
  switch (verdict.kind) {
    case 'unknown':
      return `not judged: ${unknowns[verdict.why].replace('not known: ', '')}`;
    case 'silent':
      return `silent: ${renderSilence(verdict, use)}`;
    case 'lost': {
      const { data, kind, remedy } = verdict.finding;
      const found = `found, ${kind}, ${remedy.type}: ${renderMessage(kind, data)}`;
      const guard = remedy.type === 'fix' || remedy.guard === undefined ? '' : ` [${remedy.guard}]`;
      const reason = remedy.type === 'fix' ? '' : ` ${renderRemedyReason(remedy)}`;
      return `${found}${reason}${guard}${standing?.kind === 'optedOut' ? ` Opted out: ${renderReason(standing.reason)}` : ''}`;
    }
  }
}

function renderRemedyReason({ reason, type }: Exclude<Remedy, { type: 'fix' }>): string {
  return type === 'suggestion' ? suggestionOnly(reason) : renderReason(reason);
}

function renderSilence(verdict: Extract<Verdict, { kind: 'silent' }>, use: Use['kind']): string {
  switch (verdict.why) {
    case 'guarded':
      return `${verdict.guard.says} [${verdict.guard.id}]`;
    case 'used':
      return usedReasons[use] ?? 'it may be awaited elsewhere';
    default:
      return silences[verdict.why];
  }
}

const silences: Readonly<Record<Exclude<Silence, 'used'>, string>> = {
  module: 'it is top-level code, where no function returns too early',
  notLookedFor: 'no rule that reports it is on; --preset strict turns all of them on',
  notPersistence: 'it is not a persistence call, and leads to none that its caller has to await',
  seenTo: 'the called function handles its failure',
};

const usedReasons: Readonly<Partial<Record<Use['kind'], string>>> = {
  awaited: 'it is awaited',
  returned: 'the caller of the function around it can await it',
  assigned: 'the variable is read later',
  link: 'the chain as a whole is judged',
};
