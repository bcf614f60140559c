/** Whether a member of a name may settle the promise beside it, as `deferred.resolve()` does. */
export function isSettlersName(name: string | undefined): boolean {
  return name === 'resolve' || name === 'reject';
}
