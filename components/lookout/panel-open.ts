/** Held, together with others, by each panel while it is open; and the channel on which it says that it came. */
const name = 'panel';

/** Says that a panel is open, for as long as this page lives. */
export function beOpen(): void {
  void navigator.locks.request(name, { mode: 'shared' }, () => new Promise(() => {}));
  new BroadcastChannel(name).postMessage('open');
}

/** Does something whenever no panel is open, until one is; `work` gives the end of it. */
export async function whileClosed(work: () => Promise<() => void>): Promise<never> {
  const channel = new BroadcastChannel(name);
  for (;;) {
    const opened = new Promise((resolve) => channel.addEventListener('message', resolve, { once: true }));
    // granted when the last panel has closed, and given back at once: the next must not wait
    await navigator.locks.request(name, () => {});
    const end = await work();
    await opened;
    end();
  }
}
