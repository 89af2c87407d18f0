import { formatCount } from '../../lib/i18n/format.ts';
import { useText } from '../frame/use-text.ts';
import type { Pulse } from './hearing.ts';
import styles from './voice.module.css';

/** Quietest and loudest that is drawn (dB). */
const range = { from: -70, to: -5 };
const share = (level: number) => Math.max(0, Math.min(1, (level - range.from) / (range.to - range.from)));

/** How loud it is, against the room's own noise. */
export function LevelMeter({ level, floor, isSpeech, waiting }: Pulse) {
  const { voice: text } = useText();
  return (
    <div className={styles.level}>
      <meter aria-label={text.level} min={0} max={1} low={share(floor)} value={share(level)} />
      <span>{isSpeech ? text.hearing : text.quiet}</span>
      {waiting > 0 && <span className={styles.note}>{text.waiting(formatCount(waiting))}</span>}
    </div>
  );
}
