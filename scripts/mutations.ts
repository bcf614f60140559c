/** A way to break the product, and the tests that must notice. */
export interface Mutation {
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
}

const detection = ['test/analysis/fixtures.test.ts'];
const codemod = ['test/codemods'];

/** Every guard that the product relies on, broken in turn. */
export const mutations: readonly Mutation[] = [
  {
    name: 'the rule reports nothing',
    file: 'src/rules/report-findings.ts',
    from: 'report(finding, autofix, context);',
    to: 'void finding;',
    tests: ['test/rules'],
  },
  {
    name: 'the rule fixes where it should suggest',
    file: 'src/rules/report-findings.ts',
    from: "remedy.type === 'fix' && autofix",
    to: "remedy.type === 'fix'",
    tests: ['test/rules'],
  },
  {
    name: 'the rule and the codemod differ in what they report',
    file: 'src/rules/report-findings.ts',
    from: 'sourceCode.getLocFromIndex(range.end)',
    to: 'sourceCode.getLocFromIndex(range.start)',
    tests: ['test/agreement.test.ts'],
  },
  {
    name: 'a missing type information is silent',
    file: 'src/rules/report-findings.ts',
    from: "context.report({ loc: fileStart, messageId: 'noTypeInformation' });",
    to: '',
    tests: ['test/rules'],
  },
  {
    name: 'a statement is not a loss',
    file: 'src/analysis/classify-use.ts',
    from: 'case SyntaxKind.ExpressionStatement:\n      return dropped(climb);',
    to: "case SyntaxKind.ExpressionStatement:\n      return { kind: 'passed' };",
    tests: detection,
  },
  {
    name: 'a rejection handler is overlooked',
    file: 'src/analysis/classify-use.ts',
    from: 'climb.handled || isHandler(outer.arguments[0], syntax)',
    to: 'climb.handled',
    tests: detection,
  },
  {
    name: 'a variable that is read counts as forgotten',
    file: 'src/analysis/find-references.ts',
    from: 'return !findReferences(binding, unit).some(reference => !isWrite(reference, unit));',
    to: 'return findReferences(binding, unit).length >= 0;',
    tests: detection,
  },
  {
    name: 'a value counts as a promise',
    file: 'src/analysis/resolve-origin.ts',
    from: "if (yielded === 'value') return other;",
    to: '',
    tests: detection,
  },
  {
    name: 'heritage is overlooked',
    file: 'src/type-facts/classic-type-facts.ts',
    from: 'for (const base of heritageOf(type)) collectNames(base, found, seen);',
    to: '',
    tests: detection,
  },
  {
    name: 'a reason comment is overlooked',
    file: 'src/analysis/analyse-file.ts',
    from: 'if (hasReasonComment(suspect.call, unit)) return',
    to: 'if (hasReasonComment(suspect.call, unit) && unit.checks.kinds.size < 0) return',
    tests: detection,
  },
  {
    name: 'a fix is offered where another connection can deadlock',
    file: 'src/analysis/choose-remedy.ts',
    from: "if (transaction === 'outer') {",
    to: "if (transaction === 'outer' && call.pos < 0) {",
    tests: detection,
  },
  {
    name: 'an await is offered where none is allowed',
    file: 'src/analysis/classify-surroundings.ts',
    from: "if (syntax.isConstructorDeclaration(parent)) return { kind: 'noAwait', place: 'a constructor' };",
    to: '',
    tests: detection,
  },
  {
    name: 'an assertion is awaited from inside',
    file: 'src/analysis/await-edits.ts',
    from: 'return syntax.isAsExpression(value) || syntax.isSatisfiesExpression(value);',
    to: 'return syntax.isSatisfiesExpression(value) && value.pos < 0;',
    tests: ['test/safety.test.ts', ...detection],
  },
  {
    name: 'an await is glued to the word before it',
    file: 'src/analysis/await-edits.ts',
    from: "? ' ' : ''",
    to: "? '' : ''",
    tests: ['test/safety.test.ts', ...detection],
  },
  {
    name: 'an annotated variable gets what it cannot hold',
    file: 'src/analysis/choose-remedy.ts',
    from: 'return type && !unit.facts.isAwaitedAssignableTo(value, type)',
    to: 'return type && value.pos < 0',
    tests: detection,
  },
  {
    name: 'a fix is offered where waiting would hang',
    file: 'src/analysis/has-endless-loop.ts',
    from: 'return isOpen && ',
    to: 'return !isOpen && ',
    tests: detection,
  },
  {
    name: 'a promise that may be absent counts as tested',
    file: 'src/analysis/analyse-file.ts',
    from: "(execution === 'eager' && !facts.mayBeAbsent(call))",
    to: "(execution === 'eager' && call === call && facts === facts)",
    tests: detection,
  },
  {
    name: 'a return outside of try counts as inside',
    file: 'src/analysis/is-inside-guarded-try.ts',
    from: 'if (!syntax.isTryStatement(at)) continue;\n    if (at.tryBlock === child) return true;',
    to: 'return child !== at;',
    tests: detection,
  },
  {
    name: 'a stream counts as an array',
    file: 'src/analysis/find-callback-suspects.ts',
    from: "place.from === 'lib' && (owner === 'Array' || owner === 'ReadonlyArray')",
    to: "place.from !== 'package' && owner !== ''",
    tests: detection,
  },
  {
    name: 'anything named like a sink is one',
    file: 'src/analysis/is-sink.ts',
    from: 'if (named.length === 0) return false;',
    to: 'return named.length > 0;',
    tests: detection,
  },
  {
    name: 'a timer counts as a callback',
    file: 'src/analysis/find-suspects.ts',
    from: "return isRegistered(fn, syntax) ? undefined : 'inSyncCallback';",
    to: "return isRegistered(fn, syntax) ? 'inSyncCallback' : 'inSyncCallback';",
    tests: detection,
  },
  {
    name: 'a compiler is taken for another',
    file: 'src/type-facts/assert-same-compiler.ts',
    from: 'if (sameFlags && (file === undefined || compiler.isSourceFile(file))) return;',
    to: 'if (sameFlags || file !== undefined) return;',
    tests: ['test/type-facts'],
  },
  {
    name: 'the codemod applies nothing',
    file: 'src/codemods/apply-edits.ts',
    from: 'const result = sourceFile.getFullText();',
    to: 'const result = text;',
    tests: codemod,
  },
  {
    name: 'the verification passes everything',
    file: 'src/codemods/repair-files.ts',
    from: 'if (suspects.length === 0) return;',
    to: 'if (suspects.length >= 0) return;',
    tests: codemod,
  },
  {
    name: 'the verification blames errors that were there before',
    file: 'src/codemods/compare-diagnostics.ts',
    from: 'count > (before.get(key) ?? 0)',
    to: 'count > 0',
    tests: codemod,
  },
  {
    name: 'a dry run writes',
    file: 'src/codemods/run.ts',
    from: "if (task.mode === 'write') await writeFiles(states, skip);",
    to: "if (task.mode !== 'scan') await writeFiles(states, skip);",
    tests: codemod,
  },
  {
    name: 'a byte order mark is lost',
    file: 'src/codemods/source-text.ts',
    from: 'hasByteOrderMark ? byteOrderMark + text : text',
    to: 'hasByteOrderMark ? text : text',
    tests: codemod,
  },
  {
    name: 'what is not UTF-8 is read all the same',
    file: 'src/codemods/source-text.ts',
    from: 'fatal: true',
    to: 'fatal: false',
    tests: codemod,
  },
  {
    name: 'a file that changed meanwhile is overwritten',
    file: 'src/codemods/write-file-atomically.ts',
    from: "if (hashOf(await readFile(path)) !== expectedHash) throw new Error('the file changed while it was being rewritten');",
    to: 'void [hashOf, readFile, expectedHash];',
    tests: codemod,
  },
  {
    name: 'the bundled compiler has no libraries',
    file: 'src/codemods/project-host.ts',
    from: 'if (!libraries) return host;',
    to: 'if (!libraries || libraries.size > 0) return host;',
    tests: codemod,
  },
  {
    name: 'findings exit with 0',
    file: 'src/cli/run-cli.ts',
    from: 'return left > 0 ? 1 : 0;',
    to: 'return left > 0 ? 0 : 0;',
    tests: ['test/cli'],
  },
  {
    name: 'the analysis imports a compiler',
    file: 'src/analysis/unit.ts',
    from: "import type ts from 'typescript';",
    to: "import ts from 'typescript';",
    tests: ['test/architecture.test.ts'],
  },
];
