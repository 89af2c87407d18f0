import { Button } from '@mantine/core';
import { formatClock, formatLength } from '../../../lib/i18n/format.ts';
import type { Correction, PlanRun } from '../../../lib/room/plans.ts';
import { useText } from '../../frame/use-text.ts';
import { Corrections } from './Corrections.tsx';
import type { PlanActs } from './plan-acts.ts';
import styles from './plans.module.css';

const shown = 5;

interface Props {
  runs: readonly PlanRun[];
  corrections: readonly Correction[];
  /** null in a replay */
  acts: PlanActs | null;
}

/** Plans that are over, newest first: how they ended and how long they took. */
export function ClosedRuns({ runs, corrections, acts }: Props) {
  const { plans: text } = useText();
  const over = runs.filter(({ closed }) => closed !== null).slice(-shown);
  if (over.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {over.toReversed().map((run) => (
        <li key={run.id}>
          <time>{formatClock(run.at)}</time>{' '}
          {run.isDrill && <span className={styles.drill}>{text.drill}</span>} <b>{run.plan.name}</b>{' '}
          {run.closed && text.live.closed(text.ends[run.closed.how], formatLength(run.closed.at - run.at))}{' '}
          {acts && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => acts.reopen(run)}>
              {text.live.reopen}
            </Button>
          )}
          <Corrections corrections={corrections.filter((one) => one.run === run.id)} />
        </li>
      ))}
    </ul>
  );
}
