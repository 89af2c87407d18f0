import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type TaughtPages, taughtKey } from '../../lib/capture/taught.ts';
import { readTaught } from '../../lib/capture/teach/taught-file.ts';

const load = async (): Promise<TaughtPages> =>
  readTaught((await browser.storage.local.get(taughtKey))[taughtKey]);

/** What was taught for which page, and the way to change it; open consoles follow at once. */
export function useTaught(): [TaughtPages, (change: (pages: TaughtPages) => TaughtPages) => Promise<void>] {
  const [pages, setPages] = useState<TaughtPages>({});
  useEffect(() => {
    const follow = (changes: Record<string, { newValue?: unknown }>) => {
      if (changes[taughtKey]) setPages(readTaught(changes[taughtKey].newValue));
    };
    browser.storage.local.onChanged.addListener(follow);
    load().then(setPages, () => {});
    return () => browser.storage.local.onChanged.removeListener(follow);
  }, []);
  const change = useCallback(
    async (by: (pages: TaughtPages) => TaughtPages) =>
      browser.storage.local.set({ [taughtKey]: readTaught(by(await load())) }),
    [],
  );
  return [pages, change];
}
