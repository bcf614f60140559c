/**
 * The package whose folder holds a file: what follows the last `node_modules/`, so `@scope/name` or `name`. Type packages
 * answer for the package they describe: `@types/pg` is `pg`, `@types/scope__name` is `@scope/name`. Undefined outside
 * `node_modules`, where a workspace package's linked sources are the project's own.
 *
 * @example packageOfFile('/app/node_modules/@types/pg/index.d.ts') // 'pg'
 */
export function packageOfFile(path: string): string | undefined {
  const marker = '/node_modules/';
  const at = path.lastIndexOf(marker);
  if (at === -1) return undefined;
  const [first = '', second = ''] = path.slice(at + marker.length).split('/');
  if (first === '@types') return second.includes('__') ? `@${second.replace('__', '/')}` : second;
  return first.startsWith('@') ? `${first}/${second}` : first;
}
