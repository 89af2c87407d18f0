import { useText } from '../frame/use-text.ts';
import styles from './search.module.css';

/** What can be typed, by examples that can be tried. */
export function Teach({ onTry }: { onTry(typed: string): void }) {
  const text = useText();
  return (
    <section className={styles.teach}>
      <h2>{text.search.teach}</h2>
      <ul>
        {text.search.examples.map(([query, what]) => (
          <li key={query}>
            <button type="button" className={styles.chip} onClick={() => onTry(query)}>
              {query}
            </button>
            <span>{what}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
