import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** The part of a long list that is rendered. */
export interface ListWindow {
  ref: React.RefObject<HTMLDivElement | null>;
  onScroll(): void;
  /** first and behind-last index to render */
  from: number;
  to: number;
  isFollowing: boolean;
  toBottom(): void;
}

const overscan = 4;

/** Which of `count` rows of one height are in sight; sticks to the bottom until someone scrolls up. */
export function useWindow(count: number, rowHeight: number): ListWindow {
  const ref = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [isFollowing, setFollowing] = useState(true);
  const visible = Math.ceil(height / rowHeight);
  const last = isFollowing ? count : Math.min(count, Math.floor(top / rowHeight) + visible + overscan);
  const from = Math.max(0, last - visible - 2 * overscan);

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // a longer list is the reason to scroll
  useLayoutEffect(() => {
    const element = ref.current;
    if (element && isFollowing) element.scrollTop = element.scrollHeight;
  }, [count, isFollowing, height]);

  const onScroll = useCallback(() => {
    const element = ref.current;
    if (!element) return;
    setTop(element.scrollTop);
    setFollowing(element.scrollHeight - element.scrollTop - element.clientHeight < rowHeight);
  }, [rowHeight]);

  return { ref, onScroll, from, to: last, isFollowing, toBottom: () => setFollowing(true) };
}
