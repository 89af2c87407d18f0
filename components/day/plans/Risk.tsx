import { useText } from '../../frame/use-text.ts';
import styles from './plans.module.css';

/** A risk level, 0–5, in words and by weight. */
export function Risk({ level }: { level: number }) {
  const { plans } = useText();
  return (
    <span className={styles.risk} data-level={level} title={plans.risks[level]}>
      {plans.risk(level)}
    </span>
  );
}
