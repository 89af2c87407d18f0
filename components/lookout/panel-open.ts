/** Held, together with others, by each panel while it is open; and the channel on which it says that it came. */
const name = 'panel';

/** Says that a panel is open, for as long as this page lives. */
export function beOpen(): void {
  void navigator.locks.request(name, { mode: 'shared' }, () => new Promise(() => {}));
  new BroadcastChannel(name).postMessage('open');
}

/**
 * Does something whenever no panel is open, until one is; `work` gives the end of it. `since` is when the last panel
 * closed (ms epoch), 0 when none was open before.
 */
export async function whileClosed(work: (since: number) => Promise<() => void>): Promise<never> {
  const channel = new BroadcastChannel(name);
  const { held = [] } = await navigator.locks.query();
  let isFirst = !held.some((lock) => lock.name === name);
  for (;;) {
    const opened = new Promise((resolve) => channel.addEventListener('message', resolve, { once: true }));
    // granted when the last panel has closed, and given back at once: the next must not wait
    await navigator.locks.request(name, () => {});
    const end = await work(isFirst ? 0 : Date.now());
    isFirst = false;
    await opened;
    end();
  }
}
