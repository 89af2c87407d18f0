import { useState } from 'react';
import { formatCount, formatLength } from '../../lib/i18n/format.ts';
import type { Session } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { CaptureDetails } from './CaptureDetails.tsx';
import { CaptureLamp, CaptureTrouble } from './CaptureLamp.tsx';
import { captureState } from './capture-state.ts';
import { useClock } from './clock.ts';
import { Figures } from './Figures.tsx';
import styles from './head.module.css';
import { Live } from './Live.tsx';
import { RoomPicker } from './RoomPicker.tsx';

interface Props {
  session: Session;
  /** other rooms that could be shown */
  others: readonly Session[];
  onPick(session: string): void;
}

/** Which room, is it listening, and how it goes. */
export function RoomHead({ session, others, onPick }: Props) {
  const text = useText();
  const length = useClock((now) => formatLength((session.endedAt ?? now) - session.startedAt));
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
          <Live>{(state) => <CaptureLamp {...captureState(session, state)} />}</Live>
        </button>
        <time className={styles.length}>{length}</time>
      </div>
      <Live>{(state) => <Figures state={state} />}</Live>
      <Live>
        {(state) => (
          <>
            <CaptureTrouble trouble={captureState(session, state).trouble} />
            {state.lost > 0 && <p className={styles.note}>{text.capture.missing(formatCount(state.lost))}</p>}
            {isOpen && <CaptureDetails session={session} health={state.health} />}
          </>
        )}
      </Live>
    </>
  );
}
