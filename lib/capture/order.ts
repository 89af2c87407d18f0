/**
 * Rows as the eye sees them, top first. Virtual lists place recycled nodes by number or by inline style,
 * whatever their order in the document; both are read without asking for layout.
 */
export function inVisualOrder(rows: Element[]): Element[] {
  const placed = rows.map((row) => ({ row, place: placeOf(row) }));
  if (placed.some(({ place }) => place === null)) return rows;
  return placed.sort((a, b) => a.place! - b.place!).map(({ row }) => row);
}

function placeOf(row: Element): number | null {
  for (const name of ['data-index', 'data-item-index', 'aria-rowindex', 'aria-posinset']) {
    const value = row.getAttribute(name);
    if (value && /^\d+$/.test(value)) return Number(value);
  }
  const style = row.getAttribute('style') ?? '';
  const moved =
    /(?:^|[;\s])top:\s*(-?[\d.]+)px/.exec(style) ??
    /translate(?:Y|3d|)\((?:[^,)]*,\s*)?(-?[\d.]+)px/.exec(style);
  return moved ? Number(moved[1]) : null;
}
