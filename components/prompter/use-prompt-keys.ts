import { useEffect, useRef } from 'react';
import { type PrompterLook, promptSizes, promptThemes } from '../../lib/preferences.ts';
import { usePreferences } from '../frame/use-preferences.ts';

/** What the host can do; absent where there is nothing to do it with. */
export interface PromptActs {
  next?(): void;
  back?(): void;
  spoken?(): void;
  clear?(): void;
}

/** Presentation remotes send PageDown, PageUp and B or a full stop. */
const keys: Record<string, keyof PromptActs> = {
  ' ': 'next',
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  e: 'spoken',
  b: 'clear',
  '.': 'clear',
};

/** How the look changes by a key; null where it stays. */
export function lookAfter(key: string, look: PrompterLook): Partial<PrompterLook> | null {
  const { least, most, step } = promptSizes;
  if (key === '+' || key === '=') return { size: Math.min(most, look.size + step) };
  if (key === '-') return { size: Math.max(least, look.size - step) };
  if (key === 'm') return { mirror: !look.mirror };
  if (key === 't')
    return { theme: promptThemes[(promptThemes.indexOf(look.theme) + 1) % promptThemes.length] ?? 'dark' };
  return null;
}

/** Full screen, or out of it. */
export function toggleFullscreen(face: Element | null): void {
  const { ownerDocument: page } = face ?? {};
  if (page?.fullscreenElement) void page.exitFullscreen();
  else void face?.requestFullscreen();
}

/** Listens to the host's keys in a window, also while one of its buttons has the focus. */
export function usePromptKeys(target: Window | null, acts: PromptActs, face: Element | null): void {
  const [{ prompter: look }, change] = usePreferences();
  const latest = useRef({ acts, look, change, face });
  latest.current = { acts, look, change, face };
  useEffect(() => {
    if (!target) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const on = latest.current;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = keys[key];
      const changed = lookAfter(key, on.look);
      if (!act && !changed && key !== 'f') return;
      // a remote must never press the button that was clicked last
      event.preventDefault();
      if (event.repeat && act) return;
      if (act) on.acts[act]?.();
      else if (changed) on.change({ prompter: { ...on.look, ...changed } });
      else toggleFullscreen(on.face);
    };
    target.addEventListener('keydown', press);
    return () => target.removeEventListener('keydown', press);
  }, [target]);
}
