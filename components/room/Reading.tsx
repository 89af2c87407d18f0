import { formatShare } from '../../lib/i18n/format.ts';
import { useText } from '../frame/use-text.ts';
import type { ScriptsRead } from './actions.ts';
import styles from './replies.module.css';

/** Why there is no reply yet: the scripts are still being read, or could not be. */
export function Reading({ read }: { read: ScriptsRead }) {
  const text = useText();
  // a search takes a moment: words would only flicker
  if (read === 'done') return <p className={styles.unknown} data-asked="" />;
  return (
    <p className={styles.unknown} role="status" data-asked="">
      {read === 'failed' ? text.replies.unread : text.replies.reading(formatShare(read))}
    </p>
  );
}
