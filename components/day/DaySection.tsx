import { type ReactNode, useId } from 'react';
import styles from './day.module.css';

interface Props {
  title: string;
  /** stands beside the title: a state, a switch, a button */
  aside?: ReactNode;
  children: ReactNode;
}

/** One part of the day's tab under its own heading. */
export function DaySection({ title, aside, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
