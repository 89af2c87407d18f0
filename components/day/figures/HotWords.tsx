import { useState } from 'react';
import { formatClock, formatCount } from '../../../lib/i18n/format.ts';
import { sense } from '../../../lib/reply/sense.ts';
import { wordsIn } from '../../../lib/reply/words.ts';
import { hotWords } from '../../../lib/room/hot.ts';
import type { FeedRow, RoomState } from '../../../lib/room/state.ts';
import { useText } from '../../frame/use-text.ts';
import { Masked } from '../../moderate/Masked.tsx';
import { DaySection } from '../DaySection.tsx';
import styles from './figures.module.css';

const shownRows = 30;
const window = 5 * 60_000;

/** What the room talks about just now; a word opens the comments that say it. */
export function HotWords({ state, now }: { state: RoomState; now: number }) {
  const text = useText().day;
  const [open, setOpen] = useState<string | null>(null);
  const words = hotWords(state.hot, Math.max(now, state.course.clock ?? 0));
  return (
    <DaySection title={text.hot}>
      {words.length === 0 && <p className={styles.none}>{text.noHot}</p>}
      <ul className={styles.words}>
        {words.map(({ word, count, before, isRising }) => (
          <li key={word}>
            <button
              type="button"
              className={styles.hotWord}
              data-rising={isRising}
              aria-expanded={open === word}
              title={text.hotHint(formatCount(count), formatCount(before))}
              onClick={() => setOpen(open === word ? null : word)}
            >
              <bdi>{word}</bdi> <span>{formatCount(count)}</span>
              {isRising && (
                <span role="img" aria-label={text.rising}>
                  ↑
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {open !== null && <Saying word={open} state={state} />}
    </DaySection>
  );
}

function Saying({ word, state }: { word: string; state: RoomState }) {
  const text = useText().day;
  const rows = rowsWith(word, state);
  return (
    <section className={styles.saying} aria-label={text.saying(word)}>
      <p className={styles.none}>{text.saying(word)}</p>
      {rows.map((row) => (
        <p key={row.seq} className={styles.row}>
          <time>{formatClock(row.at)}</time>
          <Masked text={row.text} />
        </p>
      ))}
    </section>
  );
}

/** The newest comments that say a word, as the words were counted. */
function rowsWith(word: string, { feed, hot, course }: RoomState): FeedRow[] {
  const found: FeedRow[] = [];
  const from = (course.clock ?? 0) - window;
  for (let i = feed.length - 1; i >= 0 && found.length < shownRows; i--) {
    const row = feed[i]!;
    if (row.seenAt < from) break;
    if (row.anchor || row.backlog) continue;
    if (wordsIn(sense(row.text).terms, hot.names).all.includes(word)) found.push(row);
  }
  return found;
}
