import ts from 'typescript';
import type { Random } from '../create-random.js';
import { pick } from './source-forms.js';

/** Deletes, doubles, swaps and replaces some tokens of a text at random, so that what is left is hardly ever right. */
export function mutateTokens(text: string, edits: number, random: Random): string {
  const tokens = [...tokensOf(text)];
  for (let edit = 0; edit < edits; edit += 1) {
    const at = random(tokens.length);
    const token = tokens[at] ?? '';
    switch (random(5)) {
      case 0:
        tokens.splice(at, 1);
        break;
      case 1:
        tokens.splice(at, 0, token);
        break;
      case 2:
        [tokens[at], tokens[at + 1]] = [tokens[at + 1] ?? '', token];
        break;
      case 3:
        tokens[at] = pick(tokens, random);
        break;
      default:
        tokens.splice(at, 1 + random(20));
    }
  }
  return tokens.join('');
}

/** The tokens of a text, with the blanks and comments between them. */
function* tokensOf(text: string): Generator<string> {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) yield scanner.getTokenText();
}
