import type ts from 'typescript';
import { outermostOf } from '../../syntax/unwrap.js';
import { findReferences } from '../names/find-references.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import { parameterOf } from './parameter-of.js';

/** Whether a function of the project that a call gives an argument reads that as a value, and in no way that a promise could be waited for. */
export function isReadAsResult(call: ts.CallExpression, argument: ts.Expression, unit: Unit): boolean {
  const parameter = parameterOf(argument, call, unit);
  return parameter !== undefined && isReadAlone(parameter, unit);
}

/** Whether all that a function does with a parameter is to take members of it, to spread it, to put it into text or to compare it, and not the last alone. */
const isReadAlone = perUnit((parameter: ts.ParameterDeclaration, unit): boolean => {
  if (!unit.syntax.isIdentifier(parameter.name) || parameter.dotDotDotToken)
    return parameter.name.kind === unit.syntax.SyntaxKind.ObjectBindingPattern;
  const references = findReferences({ declaration: parameter }, unit);
  const reads = references.map(reference => classifyRead(reference, unit));
  return reads.includes('value') && !reads.includes('other');
});

function classifyRead(reference: ts.Identifier, { syntax }: Unit): 'other' | 'test' | 'value' {
  const at = outermostOf(reference, syntax);
  const { parent } = at;
  if (syntax.isPropertyAccessExpression(parent) && parent.expression === at)
    return waiting.has(parent.name.text) ? 'other' : 'value';
  if (syntax.isElementAccessExpression(parent) && parent.expression === at) return 'value';
  const use = classifyUse(reference, syntax);
  if (use.kind === 'serialized') return 'value';
  return use.kind === 'tested' ? 'test' : 'other';
}

/** What a promise has. */
const waiting: ReadonlySet<string> = new Set(['catch', 'finally', 'then']);
