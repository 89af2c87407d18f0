import type { Page } from 'puppeteer-core';

declare global {
  interface Window {
    /** who said what → when the row stood on the screen (ms epoch); null once it is ambiguous */
    __painted: Map<string, number | null>;
  }
}

/** Notes in the panel when each comment's row has been painted. Rows that scroll by unseen are not noted. */
export const notePaints = (panel: Page): Promise<void> =>
  panel.evaluate(() => {
    const painted = new Map<string, number | null>();
    window.__painted = painted;
    const known = new WeakSet<Element>();
    const note = () => {
      const rows = [...document.querySelectorAll('[role="log"] [title]')].filter((row) => !known.has(row));
      if (rows.length === 0) return;
      for (const row of rows) known.add(row);
      // a task after the frame's own work: the row is on the screen by then
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => {
          const now = Date.now();
          for (const row of rows) {
            const key = `${row.querySelector('bdi')?.textContent}\n${row.getAttribute('title')}`;
            painted.set(key, painted.has(key) ? null : now);
          }
        };
        after.port2.postMessage(0);
      });
    };
    note();
    painted.clear();
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
  });

/**
 * Ms from the console's own script having a comment to its row on the panel's screen, for those that were
 * seen once and came after `since` (ms epoch), when the panel had begun to show this room.
 */
export async function latencies(
  panel: Page,
  console: Page,
  said: readonly { id: string; nick: string; text: string }[],
  since: number,
): Promise<number[]> {
  const [painted, received] = await Promise.all([
    panel.evaluate(() => [...window.__painted]),
    console.evaluate(() => [...window.__stage.received]),
  ]);
  const at = new Map(painted);
  const from = new Map(received);
  // who says the same twice cannot be told apart on the screen
  const times = new Map<string, number>();
  const keyOf = ({ nick, text }: { nick: string; text: string }) => `${nick}\n${text}`;
  for (const comment of said) times.set(keyOf(comment), (times.get(keyOf(comment)) ?? 0) + 1);
  return said.flatMap((comment) => {
    if (times.get(keyOf(comment)) !== 1) return [];
    const [start, end] = [from.get(comment.id), at.get(keyOf(comment))];
    return start !== undefined && start >= since && typeof end === 'number' ? [end - start] : [];
  });
}

/** The value below which the share `p` of the sorted values lies; NaN of none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
}
