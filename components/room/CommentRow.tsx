import { memo, useEffect, useRef } from 'react';
import { formatClock } from '../../lib/i18n/format.ts';
import type { Finding } from '../../lib/model.ts';
import type { FeedRow } from '../../lib/room/state.ts';
import { useText } from '../frame/use-text.ts';
import styles from './feed.module.css';
import { MarkedText } from './MarkedText.tsx';

const shownBadges = 2;

interface Props {
  row: FeedRow;
  findings: readonly Finding[];
  /** picked to be read whole */
  isPicked: boolean;
  onPick(row: FeedRow): void;
  onReply?: ((row: FeedRow) => void) | undefined;
}

/** One comment on one line, the picked one whole. Plain elements: hundreds are drawn in a second. */
export const CommentRow = memo(function CommentRow({ row, findings, isPicked, onPick, onReply }: Props) {
  const text = useText();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isPicked) line.current?.focus({ preventScroll: true });
  }, [isPicked]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list answers the keys for all its rows
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers the keys for all its rows
    <div
      ref={line}
      className={styles.row}
      data-anchor={row.anchor}
      data-backlog={row.backlog}
      data-picked={isPicked}
      tabIndex={-1}
      title={isPicked ? undefined : row.text}
      onClick={() => onPick(row)}
    >
      {row.anchor && <span className={styles.anchor}>{text.feed.anchor}</span>}
      <bdi className={styles.nick}>{row.nick || text.feed.noNick}</bdi>
      <bdi className={styles.text}>
        <MarkedText text={row.text} findings={findings} />
      </bdi>
      {row.badges?.slice(0, shownBadges).map((badge) => (
        <bdi key={badge} className={styles.badge}>
          {badge}
        </bdi>
      ))}
      {isPicked && onReply && (
        <button type="button" className={styles.reply} onClick={() => onReply(row)}>
          {text.feed.reply}
        </button>
      )}
      <time className={styles.time}>{formatClock(row.at)}</time>
    </div>
  );
});
