import type { Fatigue } from '../../lib/room/fatigue.ts';
import { useText } from '../frame/use-text.ts';
import styles from './replies.module.css';

/** Says that these words have been said a lot, before the platform does. Nothing is held back. */
export function Tired({ fatigue }: { fatigue: Fatigue | null }) {
  const { room: text } = useText().shop;
  return (
    <p aria-live="polite" className={styles.tired}>
      {fatigue?.kind === 'again' && text.again}
      {fatigue?.kind === 'repeated' && text.repeated(fatigue.count, fatigue.minutes)}
      {fatigue?.kind === 'fast' && text.fast(fatigue.count)}
    </p>
  );
}
