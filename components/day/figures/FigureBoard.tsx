import { formatCount, formatSeconds, formatShare } from '../../../lib/i18n/format.ts';
import { medianWait } from '../../../lib/room/board-order.ts';
import type { RoomState } from '../../../lib/room/state.ts';
import { useText } from '../../frame/use-text.ts';
import { DaySection } from '../DaySection.tsx';
import styles from './figures.module.css';

/** The figures of the room as they stand; the page's own only where it shows them. */
export function FigureBoard({ state }: { state: RoomState }) {
  const text = useText().day;
  const { figures, metrics } = state;
  const median = medianWait(state);
  const shown: [word: string, value: string][] = [
    [text.figures.comments, formatCount(figures.comments)],
    [text.figures.questions, formatCount(figures.asked)],
    [text.figures.answered, figures.asked > 0 ? formatShare(figures.answered / figures.asked) : '–'],
    [text.figures.wait, median === null ? '–' : formatSeconds(median)],
    ...(['online', 'likes', 'orders'] as const).flatMap((name) =>
      metrics[name] === undefined
        ? []
        : [[text.figures[name], formatCount(metrics[name])] as [string, string]],
    ),
  ];
  return (
    <DaySection title={text.board}>
      <dl className={styles.board}>
        {shown.map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </DaySection>
  );
}
