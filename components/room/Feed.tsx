import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { Virtualizer } from 'virtua';
import { formatCount } from '../../lib/i18n/format.ts';
import type { FeedRow } from '../../lib/room/state.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { CommentRow } from './CommentRow.tsx';
import { Empty } from './Empty.tsx';
import styles from './feed.module.css';
import type { Judge } from './judge.ts';
import { useFreeze } from './use-freeze.ts';
import { useShortcuts } from './use-shortcuts.ts';

const rowHeight = 28;

interface Props {
  /** changed in place by the fold; `version` tells that it was */
  rows: readonly FeedRow[];
  version: number;
  /** comments of the session so far, to count what came while paused */
  total: number;
  judge: Judge | null;
}

/** The viewers' comments, newest at the bottom; stands still as soon as somebody reads. */
export function Feed({ rows, version, total, judge }: Props) {
  const text = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const freeze = useFreeze(scroller);

  // the array is always the same one, its content is not
  const newest = useMemo(() => ({ rows: rows.slice(), total, version }), [rows, total, version]);
  // what was drawn last stays, not what has come since
  const held = useMemo(() => (freeze.isFrozen ? newest : null), [freeze.isFrozen]);
  const shown = (held ?? newest).rows;
  const fresh = total - (held ?? newest).total;

  useLayoutEffect(() => {
    if (!freeze.isFrozen) freeze.toBottom();
  }, [shown, freeze.isFrozen, freeze.toBottom]);

  // another session, or another place in this one
  useEffect(() => freeze.resume(), [rows, freeze.resume]);

  // the panel's height changes as answers open below
  useEffect(() => {
    const element = scroller.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => freeze.keepBottom());
    observer.observe(element);
    return () => observer.disconnect();
  }, [freeze.keepBottom]);

  useShortcuts({ Escape: freeze.resume, End: freeze.resume }, freeze.isFrozen);

  return (
    <div className={styles.feed}>
      <div
        ref={scroller}
        className={styles.scroller}
        role="log"
        aria-live="off"
        aria-label={text.feed.list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        {...freeze.handlers}
      >
        {shown.length === 0 && <Empty title={text.feed.empty} hint={text.feed.emptyHint} />}
        <Virtualizer data={shown} itemSize={rowHeight} scrollRef={scroller}>
          {(row) => (
            <CommentRow
              key={row.seq}
              row={row}
              findings={judge?.(row, row.anchor ? 'public_reply' : 'viewer_comment') ?? none}
            />
          )}
        </Virtualizer>
      </div>
      {freeze.isFrozen && (
        <button type="button" className={styles.strip} onClick={freeze.resume} title={text.feed.resume}>
          <Icon name="pause" size={11} />
          {text.feed.paused} · {text.feed.fresh(formatCount(fresh))}
          <Icon name="down" size={12} />
        </button>
      )}
    </div>
  );
}

const none: never[] = [];
