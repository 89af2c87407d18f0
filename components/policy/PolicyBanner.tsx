import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { useManaged } from '../use-log.ts';
import styles from './policy.module.css';

/** That a company manages this browser; nothing where none does. */
export function PolicyBanner() {
  const { policy: text } = useText();
  const { policy } = useManaged();
  if (!policy) return null;
  return (
    <p className={styles.banner}>
      <Icon name="lock" size={12} /> {text.banner(policy.organisation ?? '')}
    </p>
  );
}
