import { formatClock, formatLength } from '../../../lib/i18n/format.ts';
import type { ShowRun } from '../../../lib/room/show.ts';
import { startsOf } from '../../../lib/show/clock.ts';
import { useText } from '../../frame/use-text.ts';
import styles from './show.module.css';

/** All segments of a run with their planned times; a press goes to one. */
export function Segments({ run, onGo }: { run: ShowRun; onGo?: ((segment: number) => void) | undefined }) {
  const { show } = useText();
  const starts = startsOf(run.plan);
  const base = run.due ?? run.startedAt;
  const here = run.endedAt === null ? run.steps.at(-1)?.segment : undefined;
  const done = new Set(run.steps.map(({ segment }) => segment));
  return (
    <ol className={styles.all}>
      {run.plan.segments.map((segment, index) => (
        <li
          key={index}
          aria-current={index === here ? 'step' : undefined}
          data-done={index !== here && done.has(index)}
        >
          <time>{formatClock(base + starts[index]! * 1000)}</time>
          {onGo ? (
            <button
              type="button"
              className={styles.go}
              title={show.live.goTo(segment.name)}
              onClick={() => onGo(index)}
            >
              {segment.name}
            </button>
          ) : (
            <bdi>{segment.name}</bdi>
          )}
          <span>{formatLength(segment.length * 1000)}</span>
        </li>
      ))}
    </ol>
  );
}
