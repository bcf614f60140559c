import type ts from 'typescript';
import { perUnit } from '../per-unit.js';

/** What ends the lines of a file. */
export const lineEndOf = perUnit(({ text }: ts.SourceFile): '\r\n' | '\n' => (text.includes('\r\n') ? '\r\n' : '\n'));
