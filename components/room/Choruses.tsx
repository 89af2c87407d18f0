import { formatClock } from '../../lib/i18n/format.ts';
import type { Chorus } from '../../lib/room/chorus.ts';
import { useText } from '../frame/use-text.ts';
import { Masked } from '../moderate/Masked.tsx';
import styles from './room.module.css';

/** Praise that several accounts said alike, newest first; nothing while there is none. */
export function Choruses({ choruses }: { choruses: readonly Chorus[] }) {
  const text = useText();
  if (choruses.length === 0) return null;
  return (
    <section aria-label={text.compliance.choruses}>
      <h2 className={styles.heading} data-apart>
        {text.compliance.choruses}
      </h2>
      <p className={styles.hint}>{text.compliance.chorusHint}</p>
      {choruses.toReversed().map((chorus) => (
        <article key={`${chorus.from}:${chorus.text}`} className={styles.judged}>
          <div className={styles.meta}>
            {text.compliance.chorus(
              String(chorus.users.size),
              formatClock(chorus.from),
              formatClock(chorus.to),
            )}
          </div>
          <p className={styles.said}>
            <Masked text={chorus.text} />
          </p>
        </article>
      ))}
    </section>
  );
}
