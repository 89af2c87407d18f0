import { useEffect, useLayoutEffect, useRef } from 'react';

/** What each key does, by `KeyboardEvent.key`, letters in lower case. */
export type Shortcuts = Partial<Record<string, (event: KeyboardEvent) => void>>;

const typing =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
/** What a focused element does with a key itself. The chosen tab only moves sideways: Enter is free there. */
const ownKeys: [element: string, keys: Set<string>][] = [
  ['[role="tab"]', new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End'])],
  ['[type="radio"]', new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])],
  ['[type="checkbox"]', new Set([' '])],
  [
    'button:not([role="tab"]), a, summary, [role="menuitem"], [role="slider"], [role="switch"]',
    new Set(['Enter', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']),
  ],
];

/**
 * Is this key press meant for us? Not while text is typed or composed (choosing a candidate is Enter, too),
 * not with a modifier, not in a dialog, and not where the key already presses what has the focus.
 */
function isShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(typing) || target?.closest('[role="dialog"], [role="menu"]')) return false;
  return !ownKeys.some(([element, keys]) => keys.has(event.key) && target?.closest(element));
}

/** Listens to the page's keys while `isActive`. */
export function useShortcuts(shortcuts: Shortcuts, isActive = true): void {
  const latest = useRef(shortcuts);
  // with the picture, not after it: a key does what is on the screen
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!isActive) return;
    const press = (event: KeyboardEvent) => {
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act || !isShortcut(event)) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isActive]);
}
