import { fixedKeys, type KeyAct } from '../../lib/keys.ts';
import { usePreferences } from '../frame/use-preferences.ts';
import { type Shortcuts, useShortcuts } from './use-shortcuts.ts';

type Press = (event: KeyboardEvent) => void;

/** Listens for acts on whichever keys the person chose, while `isActive`. */
export function useActs(acts: Partial<Record<KeyAct, Press>>, isActive = true): void {
  const [{ keys }] = usePreferences();
  const shortcuts: Shortcuts = {};
  for (const [act, press] of Object.entries(acts) as [KeyAct, Press][]) {
    shortcuts[keys[act]] = press;
    const fixed = fixedKeys[act];
    if (fixed) shortcuts[fixed] = press;
  }
  useShortcuts(shortcuts, isActive);
}
