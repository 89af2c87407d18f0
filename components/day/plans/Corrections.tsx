import { formatClock, formatLength } from '../../../lib/i18n/format.ts';
import type { Correction } from '../../../lib/room/plans.ts';
import { useText } from '../../frame/use-text.ts';
import styles from './plans.module.css';

/** Corrections that were made on the spot: what was said, what instead, how soon, by whom. */
export function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  const { plans: text } = useText();
  if (corrections.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label={text.correction.list}>
      {corrections.map(({ seq, said, saidAt, corrected, correctedAt, who, drill }) => (
        <li key={seq}>
          {drill && <span className={styles.drill}>{text.drill}</span>} <time>{formatClock(saidAt)}</time>{' '}
          <bdi>{said}</bdi> → <time>{formatClock(correctedAt)}</time> <bdi>{corrected}</bdi>{' '}
          <span className={styles.hint}>
            {text.correction.took(formatLength(correctedAt - saidAt))} {who}
          </span>
        </li>
      ))}
    </ul>
  );
}
