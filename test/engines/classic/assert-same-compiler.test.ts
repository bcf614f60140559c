import { createRequire } from 'node:module';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { assertSameCompiler } from '../../../src/engines/classic/assert-same-compiler.js';
import { root } from '../../support/paths.js';

const require = createRequire(`${root}/test/compilers/package.json`);

test.each(['5.4', '5.9'])('a program of TypeScript %s is only taken with its own compiler', version => {
  const other = require(`typescript-${version}`) as typeof ts; // the same interface, of another version
  const program = other.createProgram([`${root}/fixtures/no-unawaited-calls/floating/positions.ts`], {
    noLib: true,
    types: [],
  });

  expect(() => {
    assertSameCompiler(other, program);
  }).not.toThrow();
  expect(() => {
    assertSameCompiler(ts, program);
  }).toThrow(`a version of TypeScript other than ${ts.version}`);
});
