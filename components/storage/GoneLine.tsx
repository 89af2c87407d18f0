import { formatCount } from '../../lib/i18n/format.ts';
import type { Session } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import styles from './storage.module.css';

/** Says that part of a session is no longer kept; what is counted from its comments is not whole. */
export function GoneLine({ session: { gone = 0 } }: { session: Session }) {
  const { keep: text } = useText();
  return gone > 0 ? <p className={styles.notice}>{text.goneHere(formatCount(gone))}</p> : null;
}
