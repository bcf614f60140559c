import { checksOfRules, type RulesWithOptions } from '../analysis/configuration/checks.js';
import type { Finding } from '../analysis/finding.js';
import type { RuleName } from '../analysis/kinds/kind.js';
import { kinds } from '../analysis/kinds/kinds.js';
import type { FilePolicy, Standing, Standings } from '../analysis/configuration/policy.js';
import type { Settings } from '../analysis/configuration/settings.js';
import { nameSeverity, type RegisteredRule } from './find-registered-rules.js';
import { listName, type KnownCounts } from './read-known-findings.js';
import { replay, type Replay, type ReplaySetup } from './replay.js';

/** The configuration behind the policy of a file. */
export interface FileRules extends ReplaySetup {
  readonly settings: Settings;
  readonly known: KnownCounts;
}

/** Judges a file as its project's ESLint would: by the rules that are on, but for what comments or the list of known findings opt out of. */
export function createFilePolicy(fileConfig: FileRules): FilePolicy {
  return {
    settings: fileConfig.settings,
    checksOf: sourceFile => checksOfRules(optionsIn(replay(sourceFile, [], fileConfig), fileConfig)),
    standingsOf(sourceFile, findings, before) {
      const replayed = findings.length > 0 ? replay(sourceFile, findings, fileConfig) : undefined;
      const afterComments = (finding: Finding): Standing =>
        replayed?.standings.get(finding) ?? openStanding(finding, fileConfig);
      const known =
        before?.known ??
        findKnownRules(
          findings.filter(finding => isError(afterComments(finding))),
          fileConfig,
        );
      return toStandings(known, afterComments);
    },
  };
}

/** The rules whose findings are to be judged: those that are on, and those that a comment turns off, since their findings count as opted out. */
function optionsIn(replayed: Replay | undefined, { registeredRules }: FileRules): RulesWithOptions {
  const configured = registeredRules
    .filter(({ severity }) => severity !== 0)
    .map(({ options = {}, rule }) => [rule, options] as const);
  return Object.fromEntries([...configured, ...(replayed?.options ?? [])]);
}

function openStanding({ kind }: Finding, { registeredRules }: FileRules): Standing {
  const registeredRule = registeredRules.find(({ rule, severity }) => severity !== 0 && rule === kinds[kind].rule);
  return { kind: 'open', severity: nameSeverity(registeredRule?.severity ?? 2) };
}

function isError(standing: Standing): boolean {
  return standing.kind === 'open' && standing.severity === 'error';
}

/** The rules of which no more is found than is known. Where there is more, ESLint shows all, since none can tell which is new. */
function findKnownRules(errors: readonly Finding[], { known, registeredRules }: FileRules): ReadonlySet<RuleName> {
  const isKnown = ({ prefix, rule }: RegisteredRule): boolean => {
    const listed = known[`${prefix}/${rule}`]?.count ?? 0;
    return listed > 0 && errors.filter(({ kind }) => kinds[kind].rule === rule).length <= listed;
  };
  return new Set(registeredRules.filter(isKnown).map(({ rule }) => rule));
}

function toStandings(known: ReadonlySet<RuleName>, afterComments: (finding: Finding) => Standing): Standings {
  return {
    known,
    of(finding) {
      const standing = afterComments(finding);
      return known.has(kinds[finding.kind].rule) && isError(standing)
        ? {
            kind: 'optedOut',
            severity: 'error',
            by: 'list',
            reason: `\`${listName}\` lists it as known`,
          }
        : standing;
    },
  };
}
