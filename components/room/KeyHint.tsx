import { type KeyAct, keyName } from '../../lib/keys.ts';
import { usePreferences } from '../frame/use-preferences.ts';
import styles from './replies.module.css';

/** The key of an act, beside the button that does the same. */
export function KeyHint({ act }: { act: KeyAct }) {
  const [{ keys }] = usePreferences();
  return keys[act] !== '' && <kbd className={styles.hint}>{keyName(keys[act])}</kbd>;
}
