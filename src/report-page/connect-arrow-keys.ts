/** Moves from finding to finding with the arrow keys, Home and End, as long as one has the focus. */
export function connectArrowKeys(): void {
  document.getElementById('findings')?.addEventListener('keydown', event => {
    const current = document.activeElement?.closest('.finding');
    const move = moves[event.key];
    if (!current || !move || !document.activeElement?.matches('summary')) return;
    const shown = [...document.querySelectorAll<HTMLElement>('.file:not([hidden]) .finding:not([hidden])')];
    const next = shown.at(
      move(
        shown.findIndex(finding => finding === current),
        shown.length,
      ),
    );
    event.preventDefault();
    next?.querySelector('summary')?.focus();
  });
}

/** Where a key leads from a place among some findings. */
const moves: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: index => Math.max(index - 1, 0),
  Home: () => 0,
  End: () => -1,
};
