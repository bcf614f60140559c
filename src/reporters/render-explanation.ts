import type { Silence, Verdict } from '../analysis/judge-suspect.js';
import type { ConnectionUse } from '../analysis/connections/classify-connection.js';
import type { CallExplanation, ExplainedOrigin, ExplainedPlace } from '../analysis/explain-calls.js';
import type { Fate } from '../analysis/uses/find-fate.js';
import { renderMessage } from '../analysis/kinds/kinds.js';
import type { Standing } from '../analysis/configuration/policy.js';
import type { Declared } from '../engines/type-facts.js';
import type { NotKnown } from '../analysis/not-known.js';
import type { Use } from '../analysis/uses/use.js';
import { renderReason } from './render-reason.js';
import type { Display } from './reporter.js';

/** What a line's calls came to. */
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

/** Says why each call of a line was found, left alone or not understood. */
export function renderExplanation({ calls, line, path, text }: ShownExplanation, { style }: Display): string {
  const head = `${style('underline', `${path}:${line}`)}  ${style('dim', text)}\n`;
  if (calls.length === 0) return `${head}\n  No call is made on this line.\n`;
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
  never: 'nothing waits for it on any path',
  onSomePaths: 'something waits for it on some paths, and nothing on others',
  assumed: 'something waits for it, or may',
};

const connections: Readonly<Record<Exclude<ConnectionUse, 'free'>, string>> = {
  inTransaction: 'it runs in a transaction',
  onConnection: 'it uses a connection that is held',
  beside: 'a connection is held while it runs, and it is not known to use that one',
};

function renderPlace(place: ExplainedPlace): string {
  switch (place.kind) {
    case 'module':
      return 'the top level of a file';
    case 'noAwait':
      return `${place.place}, which cannot wait`;
    case 'async':
      return `${place.function}, which is async`;
    case 'sync':
      return `${place.function}, which is not async`;
  }
}

const uses: Readonly<Record<Use['kind'], string>> = {
  awaited: 'its promise is awaited',
  returned: 'its promise is returned to the caller',
  floating: 'its promise is dropped where it stands',
  voided: 'its promise is dropped by `void`',
  handled: 'a rejection handler is attached to its promise, which is then dropped',
  assigned: 'a variable keeps its promise',
  tested: 'its promise is tested or compared as if it were the result',
  serialized: 'its promise is turned into text or spread as if it were the result',
  collected: 'its promise is put into an array or an object',
  stored: 'its promise is kept in a member of something',
  argument: 'its promise is an argument of a call',
  passed: 'its promise is handed on',
  link: 'it is a link of a longer chain',
};

function renderOrigin(origin: ExplainedOrigin): string {
  switch (origin.kind) {
    case 'unknown':
      return unknowns[origin.why];
    case 'other':
      return origin.declarations.length > 0
        ? `declared by ${origin.declarations.map(renderDeclared).join(', ')}: no persistence call`
        : 'no persistence call';
    case 'persistence': {
      const { execution, library, method, operation, receiver, via } = origin.origin;
      const name = receiver === undefined ? method : `${receiver}.${method}`;
      const path = via.length > 0 ? `, through ${via.map(step => `\`${step}\``).join(' -> ')}` : '';
      return `${operation === 'unknown' ? 'call' : operation} of ${library === 'project' ? "the project's own repository" : library}, \`${name}\`, ${execution === 'lazy' ? 'runs when it is awaited' : 'runs at once'}${path}`;
    }
  }
}

const unknowns: Readonly<Record<NotKnown, string>> = {
  any: 'not known: a type is `any`',
  unresolvedImport: 'not known: an import was not found (are the dependencies installed?)',
  implementation: 'not known: no body of what it calls is seen, or more than 50',
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
      const reason = remedy.type === 'fix' ? '' : ` ${renderReason(remedy.reason)}`;
      return `${found}${reason}${guard}${standing?.kind === 'optedOut' ? ` Opted out: ${renderReason(standing.reason)}` : ''}`;
    }
  }
}

function renderSilence(verdict: Extract<Verdict, { kind: 'silent' }>, use: Use['kind']): string {
  switch (verdict.why) {
    case 'guarded':
      return `${verdict.guard.says} [${verdict.guard.id}]`;
    case 'used':
      return usedReasons[use] ?? 'somebody may wait for it';
    default:
      return silences[verdict.why];
  }
}

const silences: Readonly<Record<Exclude<Silence, 'used'>, string>> = {
  module: 'it stands outside of every function, where nothing returns before it',
  notLookedFor: 'no rule is on that would report it; --preset strict turns all on',
  notPersistence: 'it is no persistence call, and carries none that its caller has to wait for',
  seenTo: 'the function that is called sees to its failure',
};

const usedReasons: Readonly<Partial<Record<Use['kind'], string>>> = {
  awaited: 'it is awaited',
  returned: 'whoever calls the function around it can wait',
  assigned: 'the variable is read later',
  link: 'the chain as a whole is judged',
};
