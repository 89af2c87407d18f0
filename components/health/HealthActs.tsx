import type { Session } from '../../lib/model.ts';
import type { RoomState } from '../../lib/room/state.ts';
import styles from './health.module.css';

interface Props {
  session: Session;
  state: RoomState;
}

/** What a person can do when capture is not well. */
export function HealthActs(_: Props) {
  return <div className={styles.acts} />;
}
