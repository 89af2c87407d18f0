import { Button } from '@mantine/core';
import { maskLeaks } from '../../lib/moderate/leaks.ts';
import type { Question } from '../../lib/room/state.ts';
import { useText } from '../frame/use-text.ts';
import { Reveal } from '../moderate/Reveal.tsx';
import { useMasked } from '../moderate/use-masked.ts';
import type { Asked } from './actions.ts';
import styles from './card.module.css';
import { KeyHint } from './KeyHint.tsx';
import type { CardActs } from './use-card-acts.ts';
import { Wordings } from './Wordings.tsx';

interface Props {
  asked: Asked;
  /** null for a comment that never was on the board */
  card: Question | null;
  questions: ReadonlyMap<string, Question>;
  /** the wordings are open */
  isOpen: boolean;
  onToggle(): void;
  /** null in a replay */
  acts: CardActs | null;
}

/** What is to be answered, how the card came about, and how to be done with it. */
export function CardHead({ asked, card, questions, isOpen, onToggle, acts }: Props) {
  const text = useText();
  const { board } = text;
  const { shown, masked, leaks, isShown, toggle } = useMasked(asked.text);
  const origin = card?.from ? questions.get(card.from) : undefined;
  const count = card?.wordings.size ?? 0;
  const isHanded = card?.handedAt != null;
  const hasWordings = count > 1 || isOpen;
  const isMarked = isHanded || card?.isLack || origin || hasWordings;
  return (
    <section className={styles.head} aria-label={masked}>
      <header className={styles.asked}>
        <bdi title={masked}>{shown}</bdi>
        <Reveal leaks={leaks} isShown={isShown} onToggle={toggle} />
        {card && acts && (
          <>
            <Button
              size="compact-xs"
              variant="default"
              title={isHanded ? board.handedDoneHint : text.questions.spokenHint}
              onClick={acts.spoken}
            >
              {isHanded ? board.handedDone : text.questions.spoken} <KeyHint act="spoken" />
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              title={text.questions.dismissHint}
              onClick={acts.dismiss}
            >
              {text.questions.dismiss} <KeyHint act="dismiss" />
            </Button>
          </>
        )}
      </header>
      {card && isMarked && (
        <div className={styles.marks}>
          {hasWordings && (
            <button
              type="button"
              className={styles.link}
              aria-expanded={isOpen}
              title={board.wordingsHint}
              onClick={onToggle}
            >
              {board.wordings(String(count))} <KeyHint act="wordings" />
            </button>
          )}
          {isHanded && <Mark label={board.handed} undo={board.takeBack} onUndo={acts?.hand} />}
          {card.isLack && <Mark label={board.lacking} undo={text.common.undo} onUndo={acts?.lack} />}
          {origin && (
            <Mark label={board.from(maskLeaks(origin.text))} undo={board.join} onUndo={acts?.join} />
          )}
        </div>
      )}
      {card && isOpen && <Wordings key={card.id} card={card} acts={acts} />}
    </section>
  );
}

/** Something a person did to this card, and the way back. */
function Mark({ label, undo, onUndo }: { label: string; undo: string; onUndo: (() => void) | undefined }) {
  return (
    <span className={styles.mark}>
      <bdi>{label}</bdi>
      {onUndo && (
        <button type="button" className={styles.link} onClick={onUndo}>
          {undo}
        </button>
      )}
    </span>
  );
}
