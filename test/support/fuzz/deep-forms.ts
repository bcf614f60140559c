/** Forms that hold themselves, nested so many times, around a call whose promise is lost. */
export const deepForms: Readonly<Record<string, (depth: number) => string>> = {
  parentheses: nest('(', 'posts.save(x)', ')'),
  calls: nest('f(', 'posts.save(x)', ')'),
  'array literals': nest('[', 'posts.save(x)', ']'),
  'object literals': nest('x = { a: ', 'posts.save(x)', ' }'),
  templates: nest('`${', 'posts.save(x)', '}`'),
  'tagged templates': nest('posts.save(x)', '', '``'),
  'binary operands': nest('', 'x = posts.save(x)', ' + x'),
  'logical operands': nest('', 'x = posts.save(x)', ' && x'),
  'comma operands': nest('x, ', 'posts.save(x)', ''),
  assignments: nest('x = ', 'posts.save(x)', ''),
  powers: nest('x ** ', 'posts.save(x)', ''),
  conditions: nest('x ? x : ', 'posts.save(x)', ''),
  'prefix operators': nest('!', 'posts.save(x)', ''),
  awaits: nest('await ', 'posts.save(x)', ''),
  'non-null assertions': nest('', 'posts.save(x)', '!'),
  assertions: nest('', 'posts.save(x)', ' as any'),
  members: nest('', 'x = posts.save(x)', '.a'),
  'optional members': nest('', 'x = posts.save(x)', '?.a'),
  elements: nest('', 'x = posts.save(x)', '[0]'),
  'links of a chain': nest('', 'posts.save(x)', '.then(f)'),
  'calls of calls': nest('', 'posts.save(x)', '()'),
  constructions: nest('new ', 'x(posts.save(x))', ''),
  'arrow functions': nest('x = () => ', 'posts.save(x)', ''),
  callbacks: nest('f(async () => ', 'posts.save(x)', ')'),
  'loops by forEach': nest('items.forEach(async x => { ', 'posts.save(x);', ' })'),
  functions: nest('async function g() { ', 'posts.save(x);', ' }'),
  classes: nest('x = class { async m() { ', 'posts.save(x);', ' } }'),
  blocks: nest('{ ', 'posts.save(x);', ' }'),
  conditionals: nest('if (x) ', 'posts.save(x);', ''),
  alternatives: nest('if (x) x; else ', 'posts.save(x);', ''),
  loops: nest('for (;;) ', 'posts.save(x);', ''),
  attempts: nest('try { ', 'posts.save(x);', ' } finally {}'),
  switches: nest('switch (x) { case x: ', 'posts.save(x);', ' }'),
  labels: depth => `${Array.from({ length: depth }, (_, index) => `label${index}: `).join('')}posts.save(x);`,
  patterns: depth => `const ${'{ a: '.repeat(depth)}y${' }'.repeat(depth)} = posts.save(x);`,
  types: depth => `let y: ${'Array<'.repeat(depth)}string${'>'.repeat(depth)} = posts.save(x);`,
};

/** A text between others that are there as often as a form is nested. */
function nest(before: string, middle: string, after: string): (depth: number) => string {
  return depth => before.repeat(depth) + middle + after.repeat(depth);
}
