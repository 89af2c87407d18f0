import { useEffect, useRef, useState } from 'react';
import type { RoomState } from '../../lib/room/state.ts';
import { useText } from '../frame/use-text.ts';
import { Empty } from './Empty.tsx';
import { cardId, QuestionCard } from './QuestionCard.tsx';
import styles from './questions.module.css';
import { useBrief } from './use-brief.ts';

/** More cards than anyone can look over; the rest is behind a button. */
const firstCards = 60;
/** More than fit on a screen. */
const briefCards = 24;

interface Props {
  state: RoomState;
  /** what to draw, in order */
  ids: readonly string[];
  selected: string | null;
  onSelect(id: string): void;
  /** someone points at the cards: they must not move */
  onHold(isHeld: boolean): void;
}

/** The questions that wait, the weightiest on top. */
export function QuestionBoard({ state, ids, selected, onSelect, onHold }: Props) {
  const text = useText();
  const [isWhole, setWhole] = useState(false);
  const isBrief = useBrief(state) && selected === null;
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (selected === null) return;
    // where things stand is worked out for the frame anyway
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [selected]);

  if (ids.length === 0) return <Empty title={text.questions.empty} hint={text.questions.emptyHint} />;
  const most = isWhole ? ids.length : firstCards;
  const shown = ids.slice(0, isBrief ? Math.min(briefCards, most) : most);
  return (
    <div className={styles.board} onPointerMove={() => onHold(true)} onPointerLeave={() => onHold(false)}>
      <div
        ref={list}
        role="listbox"
        aria-label={text.questions.list}
        aria-activedescendant={selected !== null && ids.includes(selected) ? cardId(selected) : undefined}
        tabIndex={0}
      >
        {shown.map((id) => {
          const question = state.questions.get(id);
          return (
            question && (
              <QuestionCard
                key={id}
                id={id}
                text={question.text}
                intent={question.reading.intent}
                count={question.count}
                people={question.people}
                buyers={question.traits.cart + question.traits.order}
                since={question.since}
                isHanded={question.handedAt !== null}
                isFilled={state.filled?.question === id}
                isSelected={id === selected}
                onSelect={onSelect}
              />
            )
          );
        })}
      </div>
      {most < ids.length && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {text.questions.more(String(ids.length - most))}
        </button>
      )}
    </div>
  );
}
