import { isCalming } from '../../../lib/room/alarms.ts';
import type { RoomState } from '../../../lib/room/state.ts';
import { useText } from '../../frame/use-text.ts';
import type { RoomActions } from '../../room/actions.ts';
import styles from './alarm.module.css';

interface Props {
  state: RoomState;
  /** null in a replay */
  actions: Pick<RoomActions, 'record'> | null;
}

/** Says that the suggestions are the calming ones, and lets a person release or keep them. */
export function CalmLine({ state, actions }: Props) {
  const words = useText().alarm;
  const { hold } = state.alarms.calm;
  if (!isCalming(state)) return null;
  const turn = (to: typeof hold) => actions?.record({ kind: 'calm', hold: to });
  return (
    <p className={styles.calm} role="status">
      <span>{hold === 'on' ? words.calmHeld : words.calmingShort}</span>
      {actions && hold === 'auto' && (
        <button type="button" className={styles.turn} onClick={() => turn('on')}>
          {words.keep}
        </button>
      )}
      {actions && (
        <button type="button" className={styles.turn} onClick={() => turn(hold === 'on' ? 'auto' : 'off')}>
          {words.release}
        </button>
      )}
    </p>
  );
}
