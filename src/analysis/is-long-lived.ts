/** Whether a function of the project is named like one that correct code starts and leaves running. */
export function isLongLived(name: string): boolean {
  return /^(?:consume|listen|poll|run|serve|start|subscribe|tail|watch)(?![a-z])/.test(name);
}
