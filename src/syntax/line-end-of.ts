import type ts from 'typescript';
import { perNode } from './per-node.js';

/** What ends the lines of a file. */
export const lineEndOf = perNode(({ text }: ts.SourceFile): '\r\n' | '\n' => (text.includes('\r\n') ? '\r\n' : '\n'));
