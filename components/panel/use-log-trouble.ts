import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/** Why the background could not write, and when it last tried. */
export interface LogTrouble {
  reason: 'disk-full' | 'database-blocked';
  at: number;
}

const key = 'trouble';

function readTrouble(stored: unknown): LogTrouble | null {
  const { reason, at } = (stored ?? {}) as Partial<Record<keyof LogTrouble, unknown>>;
  if (reason !== 'disk-full' && reason !== 'database-blocked') return null;
  return typeof at === 'number' ? { reason, at } : null;
}

/** The last trouble with the log, or null when something was stored after it. `storedAt` in ms epoch. */
export function useLogTrouble(storedAt: number): LogTrouble | null {
  const [trouble, setTrouble] = useState<LogTrouble | null>(null);
  useEffect(() => {
    // a change may overtake the first answer
    let isKnown = false;
    const follow = (changes: Record<string, { newValue?: unknown }>) => {
      if (!changes[key]) return;
      isKnown = true;
      setTrouble(readTrouble(changes[key].newValue));
    };
    browser.storage.session.onChanged.addListener(follow);
    browser.storage.session.get(key).then(
      (stored) => isKnown || setTrouble(readTrouble(stored[key])),
      () => {},
    );
    return () => browser.storage.session.onChanged.removeListener(follow);
  }, []);
  return trouble && trouble.at > storedAt ? trouble : null;
}
