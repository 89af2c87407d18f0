import { type RefObject, useEffect, useState } from 'react';

/** Height of a comment on one line (px). */
export const rowHeight = 28;

/** How many rows fit into an element, the one that is cut included. */
export function useFitting(element: RefObject<HTMLElement | null>): number {
  const [fitting, setFitting] = useState(() => rowsIn(window.innerHeight));
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setFitting(rowsIn(entry.contentRect.height));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return fitting;
}

const rowsIn = (height: number): number => Math.max(1, Math.ceil(height / rowHeight));
