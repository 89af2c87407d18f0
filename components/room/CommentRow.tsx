import { memo, useContext, useEffect, useMemo, useRef } from 'react';
import { formatClock } from '../../lib/i18n/format.ts';
import type { Finding } from '../../lib/model.ts';
import { flagsOf } from '../../lib/moderate/flags.ts';
import type { FeedRow } from '../../lib/room/state.ts';
import { viewerId } from '../../lib/viewers/schema.ts';
import { useText } from '../frame/use-text.ts';
import { belowOf, DeskContext } from '../moderate/desk.ts';
import { Reveal } from '../moderate/Reveal.tsx';
import { RowFlags } from '../moderate/RowFlags.tsx';
import { useMasked } from '../moderate/use-masked.ts';
import { PinnedContext } from '../viewers/use-viewers.ts';
import styles from './feed.module.css';
import { MarkedText } from './MarkedText.tsx';
import { PlaceContext } from './place.ts';

const shownBadges = 2;
/** Words that are offered to begin with. */
const mostWords = 40;

interface Props {
  row: FeedRow;
  findings: readonly Finding[];
  /** one of several accounts that praise alike */
  isChorus: boolean;
  /** picked to be read whole */
  isPicked: boolean;
  onPick(row: FeedRow): void;
  onReply?: ((row: FeedRow) => void) | undefined;
  /** puts it before the host */
  onPin?: ((row: FeedRow) => void) | undefined;
  /** shows who wrote it */
  onViewer?: ((row: FeedRow) => void) | undefined;
}

/** One comment on one line, the picked one whole. Plain elements: hundreds are drawn in a second. */
export const CommentRow = memo(function CommentRow(props: Props) {
  const { row, findings, isChorus, isPicked, onPick, onReply, onPin, onViewer } = props;
  const text = useText();
  const open = useContext(DeskContext);
  const pinned = useContext(PinnedContext);
  const place = useContext(PlaceContext);
  const isPinned = pinned.size > 0 && place !== null && pinned.has(viewerId(row, place.platform));
  const { shown, masked, leaks, isShown, toggle } = useMasked(row.text, row.anchor);
  const flags = useMemo(
    () => (row.anchor ? [] : flagsOf({ reading: row.reading, findings, leaks, isChorus })),
    [row, findings, leaks, isChorus],
  );
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
      title={isPicked ? undefined : masked}
      onClick={() => {
        // words are being selected, not the row
        if (document.getSelection()?.isCollapsed !== false) onPick(row);
      }}
    >
      {row.anchor && <span className={styles.anchor}>{text.feed.anchor}</span>}
      <bdi className={styles.nick}>{row.nick || text.feed.noNick}</bdi>
      {isPinned && (
        <span className={styles.pinned} title={text.viewers.pinned}>
          ★<span className="only-heard">{text.viewers.pinned}</span>
        </span>
      )}
      <bdi className={styles.text}>
        <MarkedText text={shown} findings={findings} leaks={leaks} />
      </bdi>
      <Reveal leaks={leaks} isShown={isShown} onToggle={toggle} />
      <RowFlags flags={flags} />
      {row.badges?.slice(0, isPicked || flags.length === 0 ? shownBadges : 0).map((badge) => (
        <bdi key={badge} className={styles.badge}>
          {badge}
        </bdi>
      ))}
      {isPicked && open && (
        <button
          type="button"
          className={styles.reply}
          title={text.moderate.more}
          onClick={(event) =>
            open({
              text: shown,
              words: (findings[0]?.text ?? shown).slice(0, mostWords),
              findings: findings.filter(({ severity }) => severity !== 'S0'),
              at: belowOf(event.currentTarget),
            })
          }
        >
          {text.moderate.moreShort}
        </button>
      )}
      {isPicked && onReply && (
        <button type="button" className={styles.reply} onClick={() => onReply(row)}>
          {text.feed.reply}
        </button>
      )}
      {isPicked && onViewer && (
        <button
          type="button"
          className={styles.reply}
          title={text.viewers.openHint}
          onClick={() => onViewer(row)}
        >
          {text.viewers.open}
        </button>
      )}
      {isPicked && onPin && (
        <button
          type="button"
          className={styles.reply}
          title={text.prompter.pinHint}
          onClick={() => onPin(row)}
        >
          {text.prompter.pin}
        </button>
      )}
      <time className={styles.time}>{formatClock(row.at)}</time>
    </div>
  );
});
