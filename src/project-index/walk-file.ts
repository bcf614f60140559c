import type ts from 'typescript';
import type { Syntax } from '../syntax/syntax.js';
import { walk } from '../syntax/walk.js';
import type { NodesByKind, Visit, Visitor } from './visitor.js';

/** One walk over a file, on which visitors come along. */
export interface FileWalk {
  /** Lets a visitor come along; what this gives may be asked for its answer once the walk has been run. */
  readonly add: <Part>(visitor: Visitor<Part>) => Visit<Part>['end'];
  readonly run: () => void;
}

type Handler = (node: ts.Node) => void;

/** Prepares to walk a file once. A node is only passed to visitors of its kind: most nodes have none. */
export function createFileWalk(sourceFile: ts.SourceFile, syntax: Syntax): FileWalk {
  const handlersOfKinds: (Handler[] | undefined)[] = [];
  return { add, run };

  function add<Part>({ begin }: Visitor<Part>): Visit<Part>['end'] {
    const { end, on } = begin(sourceFile, syntax);
    for (const [name, handler] of Object.entries(on)) {
      const kind = syntax.SyntaxKind[name as keyof NodesByKind]; // the only names that handlers can have
      (handlersOfKinds[kind] ??= []).push(handler as Handler); // which is only shown nodes of its kind
    }
    return end;
  }

  function run(): void {
    walk(sourceFile, syntax, node => {
      const handlers = handlersOfKinds[node.kind];
      if (handlers) for (const handle of handlers) handle(node);
      return 'into';
    });
  }
}
