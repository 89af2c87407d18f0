import { memo, useMemo } from 'react';
import { formatLength } from '../../lib/i18n/format.ts';
import { maskLeaks } from '../../lib/moderate/leaks.ts';
import type { Intent } from '../../lib/reply/types.ts';
import { useText } from '../frame/use-text.ts';
import { useClock } from './clock.ts';
import styles from './questions.module.css';

/** A reply later than the first costs viewers; later than the second the room notices (ms). */
const ageing = { amber: 5_000, red: 30_000 };

const ageOf = (waited: number): 'calm' | 'amber' | 'red' =>
  waited > ageing.red ? 'red' : waited > ageing.amber ? 'amber' : 'calm';

/** The card's id in the page; the platform's ids may hold spaces. */
export const cardId = (question: string): string => `question-${encodeURIComponent(question)}`;

export interface CardProps {
  id: string;
  text: string;
  intent: Intent;
  count: number;
  people: number;
  buyers: number;
  since: number;
  /** a person was asked to answer it */
  isHanded: boolean;
  /** filled into the box, not yet seen in the room */
  isFilled: boolean;
  isSelected: boolean;
  onSelect(id: string): void;
}

/** One question, however many asked it. Takes plain values, so that it is drawn again only when one changes. */
export const QuestionCard = memo(function QuestionCard(props: CardProps) {
  const { id, text: question, intent, count, people, buyers, since, isHanded, isFilled, isSelected } = props;
  const text = useText();
  const shown = useMemo(() => maskLeaks(question), [question]);
  // somebody sees to it: it does not press
  const age = useClock((now) => (isHanded ? 'calm' : ageOf(now - since)));
  const ageWord = isHanded
    ? text.board.handed
    : { calm: text.questions.calm, amber: text.questions.ageing, red: text.questions.late }[age];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers the keys for all its options
    <div
      className={styles.card}
      role="option"
      id={cardId(id)}
      aria-selected={isSelected}
      tabIndex={-1}
      data-age={age}
      data-handed={isHanded}
      onClick={() => props.onSelect(id)}
    >
      <div className={styles.line}>
        <bdi className={styles.question}>{shown}</bdi>
        <Wait since={since} label={ageWord} />
      </div>
      <div className={styles.line}>
        <span className={styles.facts}>
          <span>{text.intents[intent]}</span>
          {count > 1 && <b>{text.questions.times(String(count))}</b>}
          <span>{text.questions.people(String(people))}</span>
          {buyers > 0 && <b title={text.questions.buyersHint}>{text.questions.buyers(String(buyers))}</b>}
          {isHanded && <b>{text.board.handed}</b>}
          {isFilled && <b className={styles.filled}>{text.questions.filled}</b>}
        </span>
      </div>
    </div>
  );
});

function Wait({ since, label }: { since: number; label: string }) {
  const waited = useClock((now) => formatLength(now - since));
  return (
    <time className={styles.wait}>
      <span className="only-heard">{label}</span> {waited}
    </time>
  );
}
