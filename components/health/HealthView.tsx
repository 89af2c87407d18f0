import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatClock, formatCount } from '../../lib/i18n/format.ts';
import type { GapEvent, Session } from '../../lib/model.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { CaptureTrouble } from '../room/CaptureLamp.tsx';
import { captureState } from '../room/capture-state.ts';
import { useClock } from '../room/clock.ts';
import styles from './health.module.css';
import { type HealthGroup, healthGroups } from './rows.ts';

interface Props {
  session: Session;
  state: RoomState;
  isAnswering: boolean;
  onClose(): void;
  /** what can be done about it */
  children?: ReactNode;
}

/** Everything that is known of capture in one room, and what to do when something is wrong. */
export function HealthView({ session, state, isAnswering, onClose, children }: Props) {
  const text = useText();
  const now = useClock((time) => time);
  const { health, gaps, troubles } = state;
  const { kind, trouble } = captureState(session, state, isAnswering);
  const isQuiet = state.figures.comments === 0;
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.health.title}
      size="md"
      padding="sm"
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      {trouble && <CaptureTrouble trouble={trouble} pulse={health?.pulse} />}
      {kind === 'listening' && (
        <p className={styles.well}>
          <Icon name="passed" /> {isQuiet ? text.health.quiet : text.health.ok}
        </p>
      )}
      {kind === 'waiting' && !trouble && <p className={styles.note}>{text.health.early}</p>}
      {children}
      {!health && <p className={styles.note}>{text.health.noData}</p>}
      {health &&
        healthGroups(text.health, session, health, now).map((group) => <Group key={group.name} {...group} />)}
      {gaps.length > 0 && (
        <section className={styles.group}>
          <h3>{text.health.gaps}</h3>
          <ul>
            {gaps.slice(-5).map((gap) => (
              <GapLine key={`${gap.from}-${gap.reason}`} {...gap} />
            ))}
          </ul>
          <p className={styles.note}>{text.health.unknown}</p>
        </section>
      )}
      {troubles.length > 0 && (
        <section className={styles.group}>
          <h3>{text.health.history}</h3>
          <ul>
            {troubles.slice(-6).map(({ at, trouble: past }) => (
              <li key={at}>
                {formatClock(at)} {past ? text.troubles[past].what : text.health.wentWell}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Modal>
  );
}

function Group({ name, rows }: HealthGroup) {
  return (
    <section className={styles.group}>
      <h3>{name}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.name} data-wrong={row.isWell === false || undefined}>
            <dt>{row.name}</dt>
            <dd>
              {row.isWell === false && <Icon name="high" size={12} />}
              {row.value}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function GapLine({ from, to, reason, lost, recovered }: GapEvent) {
  const { health } = useText();
  return (
    <li>
      {health.gap(formatClock(from), formatClock(to), health.gapReasons[reason])}
      {recovered !== undefined && ` · ${health.recovered(formatCount(recovered))}`}
      {lost > 0 && ` · ${health.lost(formatCount(lost))}`}
    </li>
  );
}
