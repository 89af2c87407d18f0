import { formatClock, formatCount, formatLength } from '../../lib/i18n/format.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { whereabouts } from '../../lib/show/clock.ts';
import { useText } from '../frame/use-text.ts';
import { useClock } from '../room/clock.ts';
import styles from './prompter.module.css';

/** Where the show is, what comes next and how long it still may, who waits, and what time it is. */
export function HostLine({ state, waiting }: { state: RoomState; waiting: number }) {
  const { prompter: text } = useText();
  const { now: run } = state.show;
  const time = useClock((now) => formatClock(now).slice(0, 5));
  const left = useClock((now) => {
    const where = run && whereabouts(run, now);
    return where ? Math.floor(where.left / 1000) : 0;
  });
  const where = useClock((now) => (run && whereabouts(run, now)?.index) ?? -1);
  const segment = run?.plan.segments[where];
  const next = run?.plan.segments[where + 1];
  return (
    <header className={styles.line}>
      {segment && (
        <>
          <b>{segment.name}</b>
          <time className={styles.left} data-over={left < 0}>
            {left < 0 ? text.over(formatLength(-left * 1000)) : text.left(formatLength(left * 1000))}
          </time>
          {next && <span className={styles.dim}>{text.next(next.name)}</span>}
        </>
      )}
      <span className={styles.gap} />
      {waiting > 0 && <span className={styles.dim}>{text.waiting(formatCount(waiting))}</span>}
      <time>{time}</time>
    </header>
  );
}
