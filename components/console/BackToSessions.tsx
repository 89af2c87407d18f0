import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import styles from './page.module.css';
import { addressOf } from './use-route.ts';

/** The way from a page about a session back to all of them. */
export function BackToSessions() {
  const { sessions: text } = useText();
  return (
    <a className={styles.back} href={addressOf('sessions')} aria-label={text.back} title={text.back}>
      <Icon name="left" size={16} />
    </a>
  );
}
