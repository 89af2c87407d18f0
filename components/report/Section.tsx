import { type ReactNode, useId } from 'react';
import styles from './report.module.css';

/** A part of the report with its heading and what one should know to read it. */
export function Section({
  title,
  hint,
  isWide = false,
  children,
}: {
  title: string;
  hint?: string | undefined;
  isWide?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.section} data-wide={isWide} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}
