import { formatCount } from '../../lib/i18n/format.ts';
import type { HealthEvent, Session } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import styles from './head.module.css';

/** Where comments came from, and what was thrown away as malformed, too large or doubled. */
export function CaptureDetails({ session, health }: { session: Session; health: HealthEvent | null }) {
  const text = useText();
  if (!health) return <p className={styles.note}>{text.capture.noDetails}</p>;
  const { feed, dom, merged, dropped } = health;
  const malformed = dropped.malformed + session.rejected;
  return (
    <>
      <p className={styles.note}>
        {text.capture.paths(formatCount(feed), formatCount(dom), formatCount(merged))}
      </p>
      <p className={styles.note}>
        {text.capture.dropped(
          formatCount(malformed),
          formatCount(dropped.oversized),
          formatCount(dropped.duplicate),
        )}
      </p>
    </>
  );
}
