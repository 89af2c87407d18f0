import { formatLength } from '../../../lib/i18n/format.ts';
import type { ShowRun } from '../../../lib/room/show.ts';
import { whereabouts } from '../../../lib/show/clock.ts';
import { useText } from '../../frame/use-text.ts';
import { useClock } from '../../room/clock.ts';
import styles from './show.module.css';

/** Less than this is on time (ms). */
const punctual = 30_000;

/** How much is left of the segment, and how late the broadcast is; drawn once a second. */
export function ShowClock({ run }: { run: ShowRun }) {
  const { show } = useText();
  const text = show.live;
  const second = useClock((now) => Math.floor(now / 1000));
  const at = whereabouts(run, second * 1000);
  if (!at) return null;
  const { left, late } = at;
  return (
    <span className={styles.clock}>
      <b data-over={left < 0}>{left < 0 ? text.over(formatLength(-left)) : text.left(formatLength(left))}</b>
      <span data-late={late > punctual}>
        {Math.abs(late) <= punctual
          ? text.onTime
          : late > 0
            ? text.late(formatLength(late))
            : text.early(formatLength(-late))}
      </span>
    </span>
  );
}
