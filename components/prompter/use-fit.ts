import { type RefObject, useLayoutEffect } from 'react';
import { usePreferences } from '../frame/use-preferences.ts';

/** Smaller than this nobody reads from two metres: what is longer scrolls (share of the chosen size). */
const least = 0.5;
const step = 0.05;

/** Sets the largest type, up to the chosen size, in which the words fit into their place; again with every new size. */
export function useFit(element: RefObject<HTMLElement | null>, words: string): void {
  const [{ prompter: look }] = usePreferences();
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const fit = () => {
      for (let share = 1; ; share -= step) {
        box.style.setProperty('--fit', share.toFixed(2));
        if (share - step < least || box.scrollHeight <= box.clientHeight) return;
      }
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element, words, look.size]);
}
