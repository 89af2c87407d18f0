/** Cuts in large steps: a shift per comment would move the whole array each time. */
export function cut(rows: unknown[], limit: number): void {
  if (rows.length > 2 * limit) rows.splice(0, rows.length - limit);
}
