import { browser } from 'wxt/browser';
import type { Database } from '../../lib/log/database.ts';
import { keepPolicy } from '../../lib/log/policy.ts';

/** Brings what the browser's administrators set, now and whenever they change it, to where workers read it. */
export function followPolicy(db: Database): () => void {
  const area = browser.storage.managed;
  if (!area) return () => {};
  const take = () =>
    void area.get(null).then(
      (raw) => keepPolicy(db, raw).catch((error: unknown) => console.error('Policy not kept:', error)),
      // a browser without policies has no managed store, and says so
      () => {},
    );
  area.onChanged?.addListener(take);
  take();
  return () => area.onChanged?.removeListener(take);
}
