import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { Unit } from '../unit.js';

/**
 * Whether a statement that is sent as text begins a transaction, and leaves it open.
 *
 * @example `client.query('BEGIN')`, `` db.execute(sql`start transaction`) ``; not `pool.query('BEGIN; UPDATE …; COMMIT')`
 */
export function isBeginning(call: Candidate, { syntax }: Unit): boolean {
  const sentBy = syntax.isTaggedTemplateExpression(call) ? call.template : undefined;
  const statement = syntax.isCallExpression(call) ? call.arguments[0] : sentBy;
  const text = statement && textOf(statement);
  return (
    text !== undefined &&
    /^\s*(?:begin|start\s+transaction)\b/i.test(text) &&
    !/;\s*(?:commit|end|rollback)\b/i.test(text)
  );

  function textOf(node: ts.Expression): string | undefined {
    const sent = unwrap(node, syntax);
    if (syntax.isStringLiteralLike(sent)) return sent.text;
    if (syntax.isTemplateExpression(sent))
      return [sent.head, ...sent.templateSpans.map(({ literal }) => literal)].map(({ text: part }) => part).join('?');
    if (syntax.isTaggedTemplateExpression(sent)) return textOf(sent.template);
    return syntax.isCallExpression(sent) && sent.arguments[0] ? textOf(sent.arguments[0]) : undefined; // `sql.raw('BEGIN')`
  }
}
