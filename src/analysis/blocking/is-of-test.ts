/** Whether a file is one of tests, by what such files are commonly called: `user.test.ts`, `test-helper.ts`, `__tests__/user.ts`. */
export function isOfTest(path: string): boolean {
  return /(?:^|\/)(?:__tests__|e2e)\/|(?:^|[/.-])(?:e2e|spec|test)[.-][^/]*$/.test(path);
}
