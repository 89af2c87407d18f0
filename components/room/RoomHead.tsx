import { useState } from 'react';
import { formatCount, formatLength } from '../../lib/i18n/format.ts';
import type { Session } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { HealthActs } from '../health/HealthActs.tsx';
import { HealthView } from '../health/HealthView.tsx';
import { EarButton } from '../voice/EarButton.tsx';
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
  /** the session's page was asked and is there */
  isAnswering: boolean;
  onPick(session: string): void;
  /** opens a place of the console page */
  onConsole(address: string): void;
}

/** Which room, is it listening, and how it goes. */
export function RoomHead({ session, others, isAnswering, onPick, onConsole }: Props) {
  const text = useText();
  const length = useClock((now) => formatLength((session.endedAt ?? now) - session.startedAt));
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  const close = () => setOpen(false);
  return (
    <>
      <div className={styles.room}>
        {others.length === 0 && <span className={styles.platform}>{text.platforms[session.platform]}</span>}
        <RoomPicker session={session} others={others} onPick={onPick} />
        <button
          type="button"
          className={styles.lamp}
          aria-haspopup="dialog"
          title={text.health.open}
          onClick={open}
        >
          <Live>{(state) => <CaptureLamp {...captureState(session, state, isAnswering)} />}</Live>
        </button>
        {session.endedAt === null && (
          <Live>{(state) => <EarButton session={session} state={state} onConsole={onConsole} />}</Live>
        )}
        <time className={styles.length}>{length}</time>
      </div>
      <Live>{(state) => <Figures state={state} />}</Live>
      <Live>
        {(state) => (
          <>
            <CaptureTrouble
              trouble={captureState(session, state, isAnswering).trouble}
              pulse={state.health?.pulse}
              onDetails={open}
            />
            {state.lost > 0 && <p className={styles.note}>{text.capture.missing(formatCount(state.lost))}</p>}
            {isOpen && (
              <HealthView session={session} state={state} isAnswering={isAnswering} onClose={close}>
                <HealthActs session={session} state={state} />
              </HealthView>
            )}
          </>
        )}
      </Live>
    </>
  );
}
