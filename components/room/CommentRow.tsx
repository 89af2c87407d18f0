import { memo } from 'react';
import { formatClock } from '../../lib/i18n/format.ts';
import type { Finding } from '../../lib/model.ts';
import type { FeedRow } from '../../lib/room/state.ts';
import { useText } from '../frame/use-text.ts';
import styles from './feed.module.css';
import { MarkedText } from './MarkedText.tsx';

const shownBadges = 2;

/** One comment on one line. Plain elements: hundreds are drawn in a second. */
export const CommentRow = memo(function CommentRow({
  row,
  findings,
}: {
  row: FeedRow;
  findings: readonly Finding[];
}) {
  const text = useText();
  return (
    <div className={styles.row} data-anchor={row.anchor} data-backlog={row.backlog} title={row.text}>
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
      <time className={styles.time}>{formatClock(row.at)}</time>
    </div>
  );
});
