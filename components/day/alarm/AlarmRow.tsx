import { Button } from '@mantine/core';
import type { Alarm } from '../../../lib/alarm/alarm.ts';
import { planFor } from '../../../lib/alarm/fitting.ts';
import { formatClock, formatLength } from '../../../lib/i18n/format.ts';
import { tellAlarm } from '../../../lib/i18n/tell-alarm.ts';
import { useText } from '../../frame/use-text.ts';
import styles from './alarm.module.css';
import type { AlarmDeeds } from './deeds.ts';

interface Props {
  alarm: Alarm;
  deeds: AlarmDeeds | null;
  /** the list is no longer wanted */
  onDone(): void;
}

/** One alarm: when, what, why, what became of it, and what can be done. */
export function AlarmRow({ alarm, deeds, onDone }: Props) {
  const text = useText();
  const words = text.alarm;
  const { what, why } = tellAlarm(alarm, text);
  const { at, closed, takenAt } = alarm;
  const hasPlan = planFor(alarm) !== null && deeds?.plan !== undefined;
  return (
    <li className={styles.alarm} data-closed={closed !== null}>
      <p className={styles.head}>
        <time>{formatClock(at)}</time>
        <b>{what}</b>
        <span className={styles.risk}>{words.risk(alarm.risk)}</span>
      </p>
      <p className={styles.why}>{why}</p>
      {takenAt !== null && !closed && <p className={styles.why}>{words.taken(formatLength(takenAt - at))}</p>}
      {closed && (
        <p className={styles.why}>
          {words.closed(
            words.ends[closed.how],
            closed.who,
            formatClock(closed.at),
            formatLength((takenAt ?? closed.at) - at),
          )}
        </p>
      )}
      {!closed && deeds && (
        <div className={styles.acts}>
          {hasPlan && (
            <Button
              size="compact-sm"
              onClick={() => {
                deeds.plan?.(alarm);
                onDone();
              }}
            >
              {words.plan}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => deeds.close(alarm.id, 'handled')}>
            {words.handled}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            title={words.falseHint}
            onClick={() => deeds.close(alarm.id, 'false')}
          >
            {words.isFalse}
          </Button>
        </div>
      )}
    </li>
  );
}
