import { formatLength } from '../../lib/i18n/format.ts';
import { useText } from '../frame/use-text.ts';
import { useClock } from '../room/clock.ts';
import styles from './prompter.module.css';

/** How long a countdown still runs, large. */
export function TimeLeft({ until }: { until: number }) {
  const { prompter: text } = useText();
  const left = useClock((now) => Math.max(0, Math.ceil((until - now) / 1000)));
  return <p className={styles.answer}>{left === 0 ? text.timeIsUp : formatLength(left * 1000)}</p>;
}
