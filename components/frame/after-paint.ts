import { useEffect, useState } from 'react';

/** A page that nobody sees draws nothing: it goes on after so long (ms). */
const longest = 100;

/** Does something once the next picture stands, so that what matters more is seen first. Returns the undo. */
export function afterPaint(then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    // frames are asked for before they are drawn
    timer = setTimeout(then);
  };
  const frame = requestAnimationFrame(go);
  timer = setTimeout(go, longest);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** A value, as it was before until the picture stands that others draw of its change. */
export function useAfterPaint<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (value !== shown) return afterPaint(() => setShown(() => value));
  }, [value, shown]);
  return shown;
}
