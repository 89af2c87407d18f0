import { isBlocking } from '../../lib/compliance/types.ts';
import { tellAlarm } from '../../lib/i18n/tell-alarm.ts';
import { hostAlarms } from '../../lib/prompter/alarms.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import styles from './prompter.module.css';

/** A slip of the tongue with the sentence that puts it right, and alarms the host can do something about. */
export function HostAlarms({ state }: { state: RoomState }) {
  const text = useText();
  const { slip, alarms } = hostAlarms(state);
  if (!slip && alarms.length === 0) return null;
  const words = slip?.findings.filter(isBlocking).map((finding) => finding.text) ?? [];
  return (
    <div className={styles.alarms} role="alert">
      {slip && (
        <p>
          <Icon name="banned" size={28} />{' '}
          <b>
            <bdi>{text.prompter.slip(words.join(' · '))}</bdi>
          </b>{' '}
          {text.voice.correction}
        </p>
      )}
      {alarms.map((alarm) => {
        const { what, why } = tellAlarm(alarm, text);
        return (
          <p key={alarm.id}>
            <Icon name="high" size={24} /> <b>{what}</b> <span>{why}</span>
          </p>
        );
      })}
    </div>
  );
}
