/** Columns set under each other; Chinese characters are two columns wide. */
export function table(rows: readonly (readonly string[])[]): string {
  const wide = (text: string) =>
    [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, wide(cell))),
    [],
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) =>
        i === 0 ? cell + ' '.repeat(widths[i]! - wide(cell)) : ' '.repeat(widths[i]! - wide(cell)) + cell,
      )
      .join('  ');
  return rows.map(line).join('\n');
}
