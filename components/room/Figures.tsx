import { formatCount, formatSeconds, formatShare } from '../../lib/i18n/format.ts';
import { countHanded, medianWait } from '../../lib/room/board-order.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { useText } from '../frame/use-text.ts';
import { useClock } from './clock.ts';
import styles from './room.module.css';

/** Comments in the last whole minute; in the first minute, those so far. */
function ratePerMinute({ firstAt, figures }: RoomState, now: number): number {
  if (firstAt === null) return 0;
  const minute = Math.max(0, Math.floor((now - firstAt) / 60_000));
  return figures.perMinute[minute === 0 ? 0 : minute - 1] ?? 0;
}

type Figure = [value: string, word: string, hint: string];

/** The five figures of a room, and what the platform or a person adds to them. */
export function Figures({ state }: { state: RoomState }) {
  const text = useText();
  const rate = useClock((now) => ratePerMinute(state, now));
  const { figures, metrics } = state;
  const handed = countHanded(state);
  const median = medianWait(state);
  const shown: Figure[] = [
    [formatCount(figures.comments), text.figures.comments, text.figures.commentsHint],
    [formatCount(rate), text.figures.perMinute, text.figures.perMinuteHint],
    [formatCount(figures.waiting), text.figures.waiting, text.figures.waitingHint],
    ...(handed > 0
      ? [[formatCount(handed), text.board.handedFigure, text.board.handedFigureHint] as Figure]
      : []),
    [
      figures.asked > 0 ? formatShare(figures.answered / figures.asked) : '–',
      text.figures.answered,
      text.figures.answeredHint,
    ],
    // beside ours: it counts comments, and by its own rules
    ...(metrics.replyRate === undefined
      ? []
      : [[formatShare(metrics.replyRate / 100), text.board.replyRate, text.board.replyRateHint] as Figure]),
    [median === null ? '–' : formatSeconds(median), text.figures.median, text.figures.medianHint],
  ];
  return (
    <dl className={styles.figures}>
      {shown.map(([value, word, hint]) => (
        <div key={word} title={hint}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
