import type ts from 'typescript';
import { findLocalBinding, findReads } from '../names/find-references.js';
import type { Unit } from '../unit.js';
import { classifyUse } from './classify-use.js';
import { isTurnedIntoText } from './is-sink.js';

/** Whether a promise, or a read of one, is tested, printed, dropped, only given a handler, or kept in a variable that nothing reads: whatever it is, nobody waits. */
export function isReadAsValue(read: ts.Expression, unit: Unit): boolean {
  const use = classifyUse(read, unit.syntax);
  switch (use.kind) {
    case 'floating':
    case 'handled':
    case 'serialized':
    case 'voided':
      return true;
    case 'tested': {
      const choice = choiceOf(use.value, unit);
      return choice === undefined || isReadAsValue(choice, unit);
    }
    case 'argument':
    case 'stored':
      return isTurnedIntoText(use, unit);
    case 'assigned':
      return isNeverRead(use.binding, unit);
    case 'collected':
      return isInSink(use.literal, unit);
    default:
      return false;
  }
}

/** `saved ?? other` and `saved || other`, which test `saved` and give it. */
function choiceOf(value: ts.Expression, { syntax }: Unit): ts.Expression | undefined {
  const { parent } = value;
  const { BarBarToken, QuestionQuestionToken } = syntax.SyntaxKind;
  if (!syntax.isBinaryExpression(parent) || parent.left !== value) return undefined;
  return [BarBarToken, QuestionQuestionToken].some(kind => kind === parent.operatorToken.kind) ? parent : undefined;
}

function isNeverRead(name: ts.Identifier, unit: Unit): boolean {
  const binding = findLocalBinding(name, unit);
  return binding !== undefined && findReads(binding, unit).length === 0;
}

/** Whether an array or object that is written out is turned into text as a whole. */
export function isInSink(literal: ts.Expression, unit: Unit): boolean {
  return isTurnedIntoText(classifyUse(literal, unit.syntax), unit);
}
