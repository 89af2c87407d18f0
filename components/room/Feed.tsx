import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { formatCount } from '../../lib/i18n/format.ts';
import { type Chorus, isInChorus } from '../../lib/room/chorus.ts';
import type { FeedRow } from '../../lib/room/state.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { CommentRow } from './CommentRow.tsx';
import { Empty } from './Empty.tsx';
import styles from './feed.module.css';
import type { Judge } from './judge.ts';
import { rowHeight, useFitting } from './use-fitting.ts';
import { useFreeze } from './use-freeze.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface Props {
  /** changed in place by the fold; whoever draws this knows when */
  rows: readonly FeedRow[];
  /** comments of the session so far, to count what came while paused */
  total: number;
  judge: Judge | null;
  /** changed in place, too */
  choruses?: readonly Chorus[];
  onReply?: ((row: FeedRow) => void) | undefined;
  onPin?: ((row: FeedRow) => void) | undefined;
  /** shows who wrote it */
  onViewer?: ((row: FeedRow) => void) | undefined;
  /** leaves rows out; whoever does so says how many */
  isHidden?: ((row: FeedRow) => boolean) | undefined;
}

/** The viewers' comments, newest at the bottom; stands still as soon as somebody reads. */
export function Feed({ rows, total, judge, choruses = none, onReply, onPin, onViewer, isHidden }: Props) {
  const text = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const { isFrozen, hold, resume, handlers } = useFreeze(scroller);
  const [picked, setPicked] = useState<FeedRow | null>(null);
  const fitting = useFitting(scroller);

  // the array is always the same one, its content is not: who reads keeps what was drawn last
  const held = useMemo(() => (isFrozen ? { rows: rows.slice(), total } : null), [isFrozen]);
  const shown = held
    ? isHidden
      ? held.rows.filter((row) => !isHidden(row))
      : held.rows
    : lastRows(rows, fitting, isHidden);
  const fresh = held ? total - held.total : 0;

  const goOn = useCallback(() => {
    setPicked(null);
    resume();
  }, [resume]);
  const pick = useCallback(
    (row: FeedRow) => {
      setPicked(row);
      hold('focus');
    },
    [hold],
  );

  // the same rows stay where they were when the list behind them becomes one that scrolls
  useLayoutEffect(() => {
    const element = scroller.current;
    if (held && element) element.scrollTop = Math.max(0, held.rows.length * rowHeight - element.clientHeight);
  }, [held]);

  // another session, or another place in this one
  useEffect(() => goOn(), [rows, goOn]);

  useShortcuts({ Escape: goOn, End: goOn }, isFrozen);

  const walk = (event: KeyboardEvent) => {
    handlers.onKeyDown(event);
    if (event.key === 'Enter' && picked && event.target instanceof HTMLDivElement) onReply?.(picked);
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    // or the page's own shortcuts would walk, too
    event.preventDefault();
    const at = picked ? shown.indexOf(picked) : shown.length;
    const to = Math.min(shown.length - 1, Math.max(0, at + step));
    const row = shown[to];
    if (!row) return;
    list.current?.scrollToIndex(to, { align: 'nearest' });
    pick(row);
  };
  const draw = (row: FeedRow) => (
    <CommentRow
      key={row.seq}
      row={row}
      findings={judge?.(row, row.anchor ? 'public_reply' : 'viewer_comment') ?? none}
      isChorus={!row.anchor && choruses.length > 0 && isInChorus(choruses, row)}
      isPicked={row === picked}
      onPick={pick}
      onReply={row.anchor ? undefined : onReply}
      onPin={row.anchor ? undefined : onPin}
      onViewer={row.anchor ? undefined : onViewer}
    />
  );
  return (
    <div className={styles.feed}>
      <div
        ref={scroller}
        className={styles.scroller}
        role="log"
        aria-live="off"
        aria-label={text.feed.list}
        data-frozen={isFrozen}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        {...handlers}
        onKeyDown={walk}
      >
        {shown.length === 0 && <Empty title={text.feed.empty} hint={text.feed.emptyHint} />}
        {held ? (
          <Virtualizer ref={list} data={shown} itemSize={rowHeight} scrollRef={scroller}>
            {draw}
          </Virtualizer>
        ) : (
          // following needs no list that scrolls: the newest rows stand on the bottom edge
          <div className={styles.tail} data-full={rows.length >= fitting}>
            {shown.map(draw)}
          </div>
        )}
      </div>
      {isFrozen && (
        <button type="button" className={styles.strip} onClick={goOn} title={text.feed.resume}>
          <Icon name="pause" size={11} />
          {text.feed.paused} · {text.feed.fresh(formatCount(fresh))}
          <Icon name="down" size={12} />
        </button>
      )}
    </div>
  );
}

const none: never[] = [];

/** The last rows that may be seen, at most so many. */
function lastRows(rows: readonly FeedRow[], most: number, isHidden?: (row: FeedRow) => boolean): FeedRow[] {
  if (!isHidden) return rows.slice(-most);
  const shown: FeedRow[] = [];
  for (let at = rows.length - 1; at >= 0 && shown.length < most; at--) {
    const row = rows[at];
    if (row && !isHidden(row)) shown.unshift(row);
  }
  return shown;
}
