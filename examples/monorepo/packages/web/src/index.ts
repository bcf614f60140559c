export function title(count: number): string {
  return count === 1 ? 'One order' : `${count} orders`;
}
