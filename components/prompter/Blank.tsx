import styles from './prompter.module.css';

/** A screen with nothing to say on it, and what to do. */
export function Blank({ title, hint }: { title: string; hint: string }) {
  return (
    <div className={styles.blank}>
      <p>{title}</p>
      <p className={styles.dim}>{hint}</p>
    </div>
  );
}
