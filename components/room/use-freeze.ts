import {
  type FocusEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react';

/** Why the list stands still; empty while it follows the bottom. */
type Reason = 'pointer' | 'scroll' | 'focus';

const atBottom = (element: HTMLElement): boolean =>
  element.scrollHeight - element.scrollTop - element.clientHeight < 4;

/** Holds a list still while someone points at it, has scrolled up or walks it with the keyboard. */
export function useFreeze(scroller: RefObject<HTMLElement | null>) {
  const [reasons, setReasons] = useState<readonly Reason[]>([]);
  const pointer = useRef('');
  const isFrozen = reasons.length > 0;

  const hold = useCallback(
    (reason: Reason) => setReasons((held) => (held.includes(reason) ? held : [...held, reason])),
    [],
  );
  const release = useCallback(
    (reason: Reason) =>
      setReasons((held) => (held.includes(reason) ? held.filter((other) => other !== reason) : held)),
    [],
  );
  const resume = useCallback(() => setReasons([]), []);

  const handlers = useMemo(
    () => ({
      // a row that slides under a resting pointer also fires this; only a pointer that moved counts
      onPointerMove(event: PointerEvent) {
        const place = `${event.screenX},${event.screenY}`;
        if (place === pointer.current) return;
        pointer.current = place;
        hold('pointer');
      },
      onPointerLeave: () => release('pointer'),
      onWheel(event: { deltaY: number }) {
        if (event.deltaY < 0) hold('scroll');
      },
      onKeyDown(event: { key: string }) {
        if (['ArrowUp', 'PageUp', 'Home'].includes(event.key)) hold('scroll');
      },
      onScroll() {
        if (scroller.current && atBottom(scroller.current)) release('scroll');
      },
      onFocus(event: FocusEvent<HTMLElement>) {
        if (event.target.matches(':focus-visible')) hold('focus');
      },
      onBlur(event: FocusEvent<HTMLElement>) {
        // from row to row the focus stays in the list
        if (!event.currentTarget.contains(event.relatedTarget)) release('focus');
      },
    }),
    [hold, release, scroller],
  );
  return { isFrozen, hold, resume, handlers };
}
