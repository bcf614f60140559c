import type { Mutation } from './mutation.js';

const detection = ['test/analysis/fixtures.test.ts'];
const hazards = ['test/codemods/hazards.test.ts'];
const hostile = ['test/analysis/hostile-code.test.ts'];
const failures = ['test/rules/analysis-failed.test.ts'];

/** Breaks of what tells by the tree, and not by the letters, what code means; and of what keeps hostile code from ending a run. */
export const meaningMutations: readonly Mutation[] = [
  {
    name: 'variables of the same name are the same',
    file: 'src/analysis/names/is-same-reference.ts',
    from: 'a.text === b.text && isSameVariable(a, b, wholes, unit)',
    to: 'a.text === b.text',
    tests: hazards,
  },
  {
    name: 'a member in brackets is another one',
    file: 'src/analysis/names/is-same-reference.ts',
    from: 'return isText(key, syntax) || syntax.isNumericLiteral(key) ? key.text : undefined;',
    to: 'return undefined;',
    tests: hazards,
  },
  {
    name: 'a class of the project that is called like one of the platform is that',
    file: 'src/analysis/names/is-platforms.ts',
    from: 'facts.declarationsOf(at).every(declaration => isForeign(declaration, unit))',
    to: 'facts !== undefined',
    tests: detection,
  },
  {
    name: 'the names of a loop may be those of its items',
    file: 'src/analysis/remedies/loop-edits.ts',
    from: 'isShadowed(method.expression, parameters, unit) || ',
    to: '',
    tests: detection,
  },
  {
    name: 'what the items themselves declare is in the way of a loop',
    file: 'src/analysis/remedies/loop-edits.ts',
    from: 'isWithin(declaration, items)',
    to: 'declaration === undefined',
    tests: detection,
  },
  {
    name: 'a comment between the items and the body is lost',
    file: 'src/analysis/remedies/loop-edits.ts',
    from: 'if (losesComment(loop, unit)) return undefined;',
    to: '',
    tests: detection,
  },
  {
    name: 'a text that looks like a comment is one',
    file: 'src/analysis/remedies/loop-edits.ts',
    from: 'const kept = [items, ...names, body];',
    to: 'const kept = [body];',
    tests: detection,
  },
  {
    name: 'a function that a timer calls again by a callback is over',
    file: 'src/analysis/summaries/arms-itself.ts',
    from: 'run === fn || callsAgain(run)',
    to: 'run === fn',
    tests: detection,
  },
  {
    name: 'whatever is given to a timer is called again',
    file: 'src/analysis/summaries/arms-itself.ts',
    from: 'some(run => run === fn || callsAgain(run))',
    to: 'some(run => run !== undefined)',
    tests: detection,
  },
  {
    name: 'a timer of the project is that of the platform',
    file: 'src/analysis/summaries/arms-itself.ts',
    from: 'callee.declarations.length === 0 || callee.declarations.some(declared => findFacts(declared, callbacks).some(isOfTimer))',
    to: 'callee.declarations.length >= 0',
    tests: detection,
  },
  {
    name: 'a race among others is none',
    file: 'src/analysis/guards/race.ts',
    from: 'for (let at: ts.Node = call; at !== value; at = at.parent) if (isPromiseMethod(at.parent, races, syntax)) return true;',
    to: 'if (call !== value && isPromiseMethod(value, races, syntax)) return true;',
    tests: detection,
  },
  {
    name: 'a member that is called like what settles a promise settles it',
    file: 'src/analysis/remedies/expects-answer.ts',
    from: 'facts.declarationsOf(inner).some(declaration => parameters.some(parameter => parameter === declaration))',
    to: 'facts !== undefined && parameters.some(({ name }) => syntax.isIdentifier(name) && name.text === inner.text)',
    tests: hazards,
  },
  {
    name: 'a member that is called like a place that is kept is that place',
    file: 'src/analysis/blocking/is-kept-once.ts',
    from: '.some(place => isSameReference(place, expression, unit))',
    to: '.length > 0',
    tests: detection,
  },
  {
    name: 'a variable is looked for by how its name is written',
    file: 'src/analysis/names/find-references.ts',
    from: 'findIdentifiersIn(scope, name.text, unit)',
    to: 'findIdentifiersIn(scope, name.getText(), unit)',
    tests: hostile,
  },
  {
    name: 'a name that is written with escapes is overlooked',
    file: 'src/project-index/create-project-index.ts',
    from: " || text.includes('\\\\u') || text.includes('\\\\x')",
    to: '',
    tests: ['test/project-index/create-project-index.test.ts'],
  },
  {
    name: 'what is made of itself is followed for ever',
    file: 'src/analysis/without-circles.ts',
    from: 'if (open.has(about)) return otherwise;',
    to: '',
    tests: hostile,
  },
  {
    name: 'the name of what moves statements may stand in no text',
    file: 'src/codemods/executor/plan-offload.ts',
    from: "const isOther = findIdentifiers('offload', unit).some(name =>",
    to: "const isOther = unit.sourceFile.text.includes('offload') || findIdentifiers('offload', unit).some(name =>",
    tests: ['test/codemods/executor/offload.test.ts'],
  },
  {
    name: 'a file that cannot be judged ends the run',
    file: 'src/rules/report-findings.ts',
    from: "return { kind: 'failed', error: String(error).split('\\n')[0] ?? '' };",
    to: 'throw error;',
    tests: failures,
  },
  {
    name: 'a file that cannot be judged is passed over in silence',
    file: 'src/rules/report-findings.ts',
    from: "context.report({ loc: fileStart, messageId: 'analysisFailed', data: { error: judged.error } });",
    to: '',
    tests: failures,
  },
];
