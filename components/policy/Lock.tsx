import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { useManaged } from '../use-log.ts';
import styles from './policy.module.css';

/** A lock beside what a company has set, which says by whom. */
export function Lock() {
  const { policy: text } = useText();
  const by = text.by(useManaged().policy?.organisation ?? '');
  return (
    <span className={styles.lock} role="img" aria-label={by} title={by}>
      <Icon name="lock" size={12} />
    </span>
  );
}

/** The same as a line of its own. */
export function LockLine() {
  const { policy: text } = useText();
  const { policy } = useManaged();
  return (
    <p className={styles.line}>
      <Icon name="lock" size={12} /> {text.by(policy?.organisation ?? '')}
    </p>
  );
}
