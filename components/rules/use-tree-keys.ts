import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { TreeRow } from './tree-rows.ts';

/** A row that was far away is drawn within a few frames. */
const patience = 10;

/** Arrows move between rows and open them, Delete takes a word away; space switches by itself. */
export function useTreeKeys(
  rows: readonly TreeRow[],
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<VirtualizerHandle | null>,
): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      const target = event.target as HTMLElement;
      const row = target.closest<HTMLElement>('[data-row]');
      if (!row || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      // those need the arrows themselves
      const isField = target.matches('input:not([type="checkbox"]), select, textarea');
      if (isField && (target.matches('select') || !/^Arrow(Up|Down)$/.test(event.key))) return;
      const at = Number(row.dataset.row);
      const opener = row.querySelector<HTMLElement>('[aria-expanded]');
      const isOpen = opener?.getAttribute('aria-expanded') === 'true';
      const step = (by: 1 | -1, from = at + by) => {
        for (let to = from; to >= 0 && to < rows.length; to += by) if (hasMain(rows[to]!)) return focus(to);
      };
      const does: Record<string, () => void> = {
        ArrowDown: () => step(1),
        ArrowUp: () => step(-1),
        Home: () => step(1, 0),
        End: () => step(-1, rows.length - 1),
        ArrowRight: () => (opener && !isOpen ? opener.click() : step(1)),
        ArrowLeft: () => (isOpen ? opener?.click() : focus(headOf(rows, at))),
        Delete: () => {
          row.querySelector<HTMLElement>('[data-delete]')?.click();
          focus(at);
        },
      };
      const act = does[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
    [rows, scroller, list],
  );

  function focus(to: number, tries = patience): void {
    if (tries === patience) list.current?.scrollToIndex(to, { align: 'nearest' });
    const row = scroller.current?.querySelector(`[data-row="${to}"]`);
    // a switch in something that is off takes no focus
    const main =
      row?.querySelector<HTMLElement>('[data-main]:not([disabled])') ??
      row?.querySelector<HTMLElement>('[aria-expanded], button:not([disabled])');
    if (main) main.focus({ preventScroll: true });
    else if (tries > 0) requestAnimationFrame(() => focus(to, tries - 1));
  }
}

const hasMain = ({ kind }: TreeRow): boolean => kind !== 'group' && kind !== 'empty';
const isHead = ({ kind }: TreeRow): boolean => kind === 'list' || kind === 'words';

/** The head that a row stands under. */
function headOf(rows: readonly TreeRow[], at: number): number {
  const kind = rows[at]?.kind;
  for (let i = at - 1; i >= 0; i--) {
    const row = rows[i]!;
    if (isHead(row) || (row.kind === 'category' && kind === 'rule')) return i;
  }
  return at;
}
