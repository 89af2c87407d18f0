import { useRef } from 'react';
import { isDone } from '../../lib/prompter/turn.ts';
import type { Shown } from '../../lib/room/prompt.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import styles from './prompter.module.css';
import { TimeLeft } from './TimeLeft.tsx';
import { useFit } from './use-fit.ts';

/** One question with what to say, large; the product's facts and forbidden words below. */
export function Card({ card, state }: { card: Shown; state: RoomState }) {
  const { prompter: text } = useText();
  const words = useRef<HTMLDivElement>(null);
  useFit(words, `${card.asked}${card.answer}`);
  const { product, answer, unsaid } = card;
  const run = card.what === 'result' ? state.tools.runs.find(({ id }) => id === card.id) : undefined;
  const setup = run?.setup;
  return (
    <article className={styles.card} aria-live="polite">
      <div ref={words} className={styles.words}>
        <p className={styles.asked}>
          {card.what !== 'question' && <span className={styles.tag}>{text[card.what]}</span>}
          <bdi>{card.asked}</bdi>
          {isDone(state, card) && <span className={styles.tag}>✓ {text.done}</span>}
        </p>
        {unsaid.length > 0 && (
          <p className={styles.unsaid}>
            <Icon name="high" size={28} /> <bdi>{text.unsaid(unsaid.join(' · '))}</bdi>
          </p>
        )}
        {setup?.what === 'countdown' && <TimeLeft until={run?.closedAt ?? setup.until} />}
        {answer !== '' && (
          <p className={styles.answer}>
            <bdi>{answer}</bdi>
          </p>
        )}
        {answer === '' && card.what === 'question' && <p className={styles.dim}>{text.noAnswer}</p>}
      </div>
      {card.by === 'host' && answer !== '' && <p className={styles.dim}>{text.library}</p>}
      {product && (
        <footer className={styles.product}>
          <section aria-label={text.facts}>
            <b>{product.name}</b>
            <ul>
              {product.facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </section>
          {product.avoid.length > 0 && (
            <section className={styles.avoid} aria-label={text.avoid}>
              <b>
                <Icon name="banned" size={24} /> {text.avoid}
              </b>
              <p>
                {product.avoid.map((word, i) => (
                  <span key={word}>
                    {word}
                    {i < product.avoid.length - 1 && ' ·'}
                  </span>
                ))}
              </p>
            </section>
          )}
        </footer>
      )}
    </article>
  );
}
