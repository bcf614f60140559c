import { ts } from 'ts-morph';

/** The additions to a configuration: its imports, and the elements of its list. */
export interface Addition {
  readonly loads: readonly string[];
  readonly elements: readonly string[];
}

/** An ESLint configuration with elements at the end of its list; undefined if the end is not known. */
export function patchFlatConfig(path: string, text: string, { elements, loads }: Addition): string | undefined {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const list = findList(findExported(source), source);
  if (!list) return undefined;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = indentOf(list, text);
  const written = elements.map(element => element.replaceAll('\n', `\n${indent}`));
  const last = list.nodes.at(-1);
  const insertion = last
    ? written.map(element => `,\n${indent}${element}`).join('')
    : `\n${written.map(element => `${indent}${element},\n`).join('')}`;
  const place = last?.getEnd() ?? list.nodes.pos;
  const start = placeOfLoads(source);
  const head = loads.map(load => `${load}\n`).join('');
  const fit = (part: string): string => part.replaceAll('\n', lineEnd);
  return text.slice(0, start) + fit(head) + text.slice(start, place) + fit(insertion) + text.slice(place);
}

/** The configuration that the file exports. */
function findExported(source: ts.SourceFile): ts.Expression | undefined {
  for (const statement of source.statements) {
    if (ts.isExportAssignment(statement)) return statement.expression;
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue;
    const { left, operatorToken, right } = statement.expression;
    const isModule =
      ts.isPropertyAccessExpression(left) &&
      ts.isIdentifier(left.expression) &&
      left.expression.text === 'module' &&
      left.name.text === 'exports';
    if (isModule && operatorToken.kind === ts.SyntaxKind.EqualsToken) return right;
  }
  return undefined;
}

interface List {
  readonly nodes: ts.NodeArray<ts.Expression>;
}

/** Functions that take configurations one by one, or in a list, and give them all. */
const collectors: readonly string[] = ['defineConfig', 'config', 'withNuxt', 'antfu'];

function findList(expression: ts.Expression | undefined, source: ts.SourceFile): List | undefined {
  if (!expression) return undefined;
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression))
    return findList(expression.expression, source);
  if (ts.isArrayLiteralExpression(expression)) return { nodes: expression.elements };
  if (ts.isIdentifier(expression)) return findList(findInitializer(expression.text, source), source);
  if (!ts.isCallExpression(expression)) return undefined;
  const { arguments: nodes, expression: called } = expression;
  const name = ts.isPropertyAccessExpression(called) ? called.name : called;
  if (!ts.isIdentifier(name) || !collectors.includes(name.text)) return undefined;
  const [only, second] = nodes;
  return only && !second && ts.isArrayLiteralExpression(only) ? { nodes: only.elements } : { nodes };
}

function findInitializer(name: string, { statements }: ts.SourceFile): ts.Expression | undefined {
  const declarations = statements.flatMap(statement =>
    ts.isVariableStatement(statement) ? statement.declarationList.declarations : [],
  );
  return declarations.find(declaration => ts.isIdentifier(declaration.name) && declaration.name.text === name)
    ?.initializer;
}

/** Before the first statement that is no directive, behind the comments of the file. */
function placeOfLoads(source: ts.SourceFile): number {
  const first = source.statements.find(
    statement => !(ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)),
  );
  return first?.getStart(source) ?? source.getEnd();
}

/** The indentation of the list's elements. */
function indentOf({ nodes }: List, text: string): string {
  const [first] = nodes;
  if (!first) return '  ';
  const start = first.getStart();
  const [indent = ''] = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1)) ?? [];
  const isFirstOfLine = text.slice(0, start).trimEnd().length <= text.lastIndexOf('\n', start - 1);
  return isFirstOfLine ? indent : `${indent}  `;
}
