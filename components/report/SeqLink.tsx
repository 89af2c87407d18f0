import { addressOf } from '../console/use-route.ts';
import { useText } from '../frame/use-text.ts';
import styles from './report.module.css';

/** Leads to a moment in the replay. */
export function SeqLink({ session, seq, children }: { session: string; seq: number; children?: string }) {
  const text = useText();
  return (
    <a className={styles.link} href={addressOf('sessions', session, { at: String(seq) })}>
      {children ?? text.report.acts.replay}
    </a>
  );
}
