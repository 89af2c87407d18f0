import { Button, Checkbox, Menu } from '@mantine/core';
import type { Alarm } from '../../../lib/alarm/alarm.ts';
import type { Checker } from '../../../lib/compliance/types.ts';
import { formatClock } from '../../../lib/i18n/format.ts';
import { planEnds } from '../../../lib/model.ts';
import type { Correction, PlanRun } from '../../../lib/room/plans.ts';
import { useText } from '../../frame/use-text.ts';
import type { RoomActions } from '../../room/actions.ts';
import { useClock } from '../../room/clock.ts';
import { CorrectionForm } from './CorrectionForm.tsx';
import { Corrections } from './Corrections.tsx';
import { NoteLine } from './NoteLine.tsx';
import type { PlanActs } from './plan-acts.ts';
import styles from './plans.module.css';
import { Risk } from './Risk.tsx';
import { Say } from './Say.tsx';

interface Props {
  run: PlanRun;
  corrections: readonly Correction[];
  /** the one it answers */
  alarm: Pick<Alarm, 'at' | 'text'> | null;
  /** null in a replay */
  acts: PlanActs | null;
  actions: RoomActions | null;
  checker: Checker | null;
}

const hour = 3_600_000;

/** A plan that runs: what to say, step after step, notes, the record of a correction, and its end. */
export function RunCard({ run, corrections, alarm: offered, acts, actions, checker }: Props) {
  const { plans: text } = useText();
  const { plan, at, isDrill, alarm, done, notes } = run;
  const minute = useClock((now) => Math.floor(now / 60_000)) * 60_000;
  return (
    <article className={styles.card} data-drill={isDrill} aria-label={plan.name}>
      <header className={styles.row}>
        {isDrill && <span className={styles.drill}>{text.drill}</span>}
        <Risk level={plan.risk} />
        <b>{plan.name}</b>
        <span className={styles.hint}>
          {text.live.from(formatClock(at))}
          {alarm !== null && ` · ${text.live.byAlarm}`} ·{' '}
          {text.live.done(String(done.filter((one) => one !== null).length), String(done.length))}
        </span>
      </header>
      <Say say={plan.say} checker={checker} actions={actions} />
      <ul className={styles.steps}>
        {plan.steps.map(({ text: step, owner, hours }, index) => {
          const doneAt = done[index] ?? null;
          const due = at + hours * hour;
          const isLate = hours > 0 && doneAt === null && minute > due;
          return (
            <li key={`${index}:${step}`} data-late={isLate}>
              <Checkbox
                size="xs"
                checked={doneAt !== null}
                disabled={!acts}
                onChange={(event) => acts?.step(run, index, event.currentTarget.checked)}
                label={
                  <>
                    {step} <span className={styles.hint}>{owner}</span>
                  </>
                }
              />
              <span className={styles.due}>
                {doneAt !== null
                  ? formatClock(doneAt)
                  : hours === 0
                    ? text.hours[0]
                    : text.live.due(formatClock(due).slice(0, 5))}
                {isLate && ` ${text.live.late}`}
              </span>
            </li>
          );
        })}
      </ul>
      <Corrections corrections={corrections} />
      {acts && plan.corrects && (
        <CorrectionForm
          run={run}
          slip={offered}
          checker={checker}
          onSave={(made) => acts.correct(run, made)}
        />
      )}
      <ul className={styles.notes}>
        {notes.map(({ at: noted, text: note }, index) => (
          <li key={`${noted}:${index}`}>
            <time>{formatClock(noted)}</time> <bdi>{note}</bdi>
          </li>
        ))}
      </ul>
      {acts && (
        <div className={styles.row}>
          <NoteLine onNote={(note) => acts.note(run, note)} />
          <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
            <Menu.Target>
              <Button size="compact-sm" variant="default">
                {text.live.close}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {planEnds.map((how) => (
                <Menu.Item key={how} onClick={() => acts.close(run, how)}>
                  {text.ends[how]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
    </article>
  );
}
