import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type Preferences, preferencesKey, readPreferences } from '../../lib/preferences.ts';

type Change = (change: Partial<Preferences>) => void;

export const PreferencesContext = createContext<[Preferences, Change]>([readPreferences({}), () => {}]);

/** How the person likes the screens, and how to change it on every open page. */
export const usePreferences = (): [Preferences, Change] => useContext(PreferencesContext);

/** Reads the stored preferences and follows changes made on other pages; null until they are read. */
export function useStoredPreferences(): [Preferences | null, Change] {
  const [preferences, setPreferences] = useState<Preferences | null>(null);

  useEffect(() => {
    // a change may overtake the first answer
    let isKnown = false;
    const follow = (changes: Record<string, { newValue?: unknown }>) => {
      const change = changes[preferencesKey];
      if (!change) return;
      isKnown = true;
      setPreferences(readPreferences(change.newValue));
    };
    browser.storage.local.onChanged.addListener(follow);
    browser.storage.local.get(preferencesKey).then(
      (stored) => isKnown || setPreferences(readPreferences(stored[preferencesKey])),
      () => setPreferences(readPreferences({})),
    );
    return () => browser.storage.local.onChanged.removeListener(follow);
  }, []);

  const change = useCallback<Change>(
    (part) => {
      const next = { ...readPreferences(preferences), ...part };
      setPreferences(next);
      void browser.storage.local.set({ [preferencesKey]: next });
    },
    [preferences],
  );
  return [preferences, change];
}
