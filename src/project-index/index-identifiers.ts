import type ts from 'typescript';
import { walk, type Next } from '../syntax/walk.js';
import { defaultName, type NamedReference } from '../syntax/declared-names.js';
import type { ProjectFiles } from './project-files.js';
import type { Syntax } from '../syntax/syntax.js';

type Index = ReadonlyMap<string, readonly NamedReference[]>;

/** Files outlive programs, so that after an edit only the edited ones are walked again. */
const indexesOfFiles = new WeakMap<ts.SourceFile, Index>();

/**
 * Every place in a program's own files that may refer to something called `name`, in the order of the files. Only files whose
 * text holds the name are walked, each once.
 */
export function* identifiersNamed(name: string, syntax: Syntax, files: ProjectFiles): Generator<NamedReference> {
  for (const sourceFile of files.own()) {
    if (!mayHold(name, sourceFile)) continue;
    yield* indexOfFile(syntax, sourceFile).get(name) ?? [];
  }
}

/** Whether a file's text may hold a name: as it is, or with escapes. */
function mayHold(name: string, { text }: ts.SourceFile): boolean {
  return (
    text.includes(name) ||
    (name === defaultName && text.includes('import')) ||
    text.includes('\\u') ||
    text.includes('\\x')
  );
}

function indexOfFile(syntax: Syntax, sourceFile: ts.SourceFile): Index {
  let index = indexesOfFiles.get(sourceFile);
  if (!index) indexesOfFiles.set(sourceFile, (index = walkFile(syntax, sourceFile)));
  return index;
}

function walkFile(syntax: Syntax, sourceFile: ts.SourceFile): Index {
  const index = new Map<string, NamedReference[]>();
  walk(sourceFile, syntax, visit);
  return index;

  function visit(node: ts.Node): Next {
    if (syntax.isIdentifier(node) || syntax.isPrivateIdentifier(node)) {
      add(node.text, node);
      if (isNameOfWhole(node.parent)) add(defaultName, node);
    } else if (syntax.isStringLiteralLike(node) && syntax.isElementAccessExpression(node.parent)) {
      add(node.text, node);
    }
    return 'into';
  }

  /** Whether a name may be that of a default export, or of what `export =` gives. */
  function isNameOfWhole(parent: ts.Node): boolean {
    return (
      syntax.isImportClause(parent) || syntax.isNamespaceImport(parent) || syntax.isImportEqualsDeclaration(parent)
    );
  }

  function add(name: string, node: NamedReference): void {
    const found = index.get(name);
    if (found) found.push(node);
    else index.set(name, [node]);
  }
}
