import { formatClock } from '../../lib/i18n/format.ts';
import { useText } from '../frame/use-text.ts';
import styles from './panel.module.css';
import type { LogTrouble } from './use-log-trouble.ts';

/** The log cannot be written: what still works, and what to do. */
export function StorageTrouble({ trouble }: { trouble: LogTrouble }) {
  const text = useText();
  const { what, works, next } = text.storage[trouble.reason];
  return (
    <div role="alert" className={styles.trouble}>
      <b>
        {what} {text.storage.since(formatClock(trouble.at))}
      </b>
      <span>{works}</span>
      <span>{next}</span>
    </div>
  );
}
