import type { ReactNode } from 'react';
import styles from './report.module.css';

interface Bar {
  key: string;
  name: ReactNode;
  value: number;
  /** the value in words */
  said: string;
}

/** Values as bars in a list; the words beside each say the same. */
export function Bars({
  label,
  bars,
  most = Math.max(1, ...bars.map(({ value }) => value)),
}: {
  label: string;
  bars: readonly Bar[];
  /** the value of a whole bar; the largest there is */
  most?: number;
}) {
  return (
    <ul className={styles.bars} aria-label={label}>
      {bars.map(({ key, name, value, said }) => (
        <li key={key}>
          <span className={styles.barName}>{name}</span>
          <span className={styles.bar} aria-hidden="true">
            <span style={{ inlineSize: `${(100 * value) / most}%` }} />
          </span>
          <span className={styles.barValue}>{said}</span>
        </li>
      ))}
    </ul>
  );
}
