import { useState } from 'react';
import { formatCount, formatLength } from '../../lib/i18n/format.ts';
import type { Session } from '../../lib/model.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { useText } from '../frame/use-text.ts';
import { CaptureDetails } from './CaptureDetails.tsx';
import { CaptureLamp, CaptureTrouble } from './CaptureLamp.tsx';
import { captureState } from './capture-state.ts';
import { useClock } from './clock.ts';
import { Figures } from './Figures.tsx';
import styles from './head.module.css';
import { RoomPicker } from './RoomPicker.tsx';

interface Props {
  session: Session;
  state: RoomState;
  /** other rooms that could be shown */
  others: readonly Session[];
  onPick(session: string): void;
}

/** Which room, is it listening, and how it goes. */
export function RoomHead({ session, state, others, onPick }: Props) {
  const text = useText();
  const capture = captureState(session, state);
  const length = useClock((now) => formatLength((session.endedAt ?? now) - session.startedAt));
  const missing = state.lost;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className={styles.room}>
        {others.length === 0 && <span className={styles.platform}>{text.platforms[session.platform]}</span>}
        <RoomPicker session={session} others={others} onPick={onPick} />
        <button
          type="button"
          className={styles.lamp}
          aria-expanded={isOpen}
          title={text.capture.details}
          onClick={() => setOpen(!isOpen)}
        >
          <CaptureLamp capture={capture} />
        </button>
        <time className={styles.length}>{length}</time>
      </div>
      <Figures state={state} />
      <CaptureTrouble trouble={capture.trouble} />
      {missing > 0 && <p className={styles.note}>{text.capture.missing(formatCount(missing))}</p>}
      {isOpen && <CaptureDetails session={session} health={state.health} />}
    </>
  );
}
