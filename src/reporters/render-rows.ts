import Table from 'cli-table3';

/** Rows of cells without borders, in columns of some widths; null where a column is as wide as its texts. Wraps at words where the last column has a width. */
export function renderRows(rows: readonly (readonly string[])[], widths: readonly (number | null)[]): string {
  const table = new Table({
    chars: noBorders,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colWidths: [...widths],
    wordWrap: widths.at(-1) !== null,
  });
  table.push(...rows.map(row => [...row]));
  return table.toString().replace(/[ \t]+$/gm, '');
}

const borders = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right',
  'left',
  'left-mid',
  'mid',
  'mid-mid',
  'right',
  'right-mid',
  'middle',
] as const;
const noBorders = Object.fromEntries(borders.map(name => [name, '']));
