import { Modal, SegmentedControl } from '@mantine/core';
import { Children, type ReactNode } from 'react';
import { moodOf } from '../../../lib/alarm/mood.ts';
import { formatShare } from '../../../lib/i18n/format.ts';
import { isCalming } from '../../../lib/room/alarms.ts';
import type { RoomState } from '../../../lib/room/state.ts';
import { useText } from '../../frame/use-text.ts';
import { AlarmRow } from './AlarmRow.tsx';
import styles from './alarm.module.css';
import type { AlarmDeeds } from './deeds.ts';

const shownClosed = 30;

interface Props {
  isOpen: boolean;
  onClose(): void;
  state: RoomState;
  deeds: AlarmDeeds | null;
  /** the open alarms */
  children: ReactNode;
}

/** All alarms of the session, and how the room feels. */
export function AlarmSheet({ isOpen, onClose, state, deeds, children }: Props) {
  const text = useText();
  const words = text.alarm;
  const { list, calm } = state.alarms;
  const mood = moodOf(state.course);
  const closed = list.filter((one) => one.closed).slice(-shownClosed);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <p className={styles.why}>
        {isCalming(state) ? words.calming : words.notCalming}
        {mood && ` ${words.shares(formatShare(mood.share), formatShare(mood.usual))}`}
      </p>
      {deeds && (
        <SegmentedControl
          size="xs"
          aria-label={words.calmLabel}
          value={calm.hold}
          onChange={(hold) => deeds.calm(hold)}
          data={(['auto', 'on', 'off'] as const).map((value) => ({ value, label: words.hold[value] }))}
        />
      )}
      <h3 className={styles.heading}>{words.open}</h3>
      {Children.count(children) === 0 && <p className={styles.why}>{words.none}</p>}
      <ul className={styles.list}>{children}</ul>
      {closed.length > 0 && (
        <>
          <h3 className={styles.heading}>{words.done}</h3>
          <ul className={styles.list}>
            {closed.reverse().map((alarm) => (
              <AlarmRow key={alarm.id} alarm={alarm} deeds={null} onDone={onClose} />
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
