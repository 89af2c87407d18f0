import { useContext, useEffect, useRef, useState } from 'react';
import { openQuestions } from '../../lib/room/board-order.ts';
import type { Question, RoomState } from '../../lib/room/state.ts';
import { useText } from '../frame/use-text.ts';
import { useDoing } from '../store.ts';
import { ClockContext, useClock } from './clock.ts';
import { Empty } from './Empty.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import styles from './questions.module.css';
import { stableOrder } from './stable-order.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** More cards than anyone can look over; the rest is behind a button. */
const firstCards = 60;
/** Cards change places at most this often (ms). */
const restMs = 2000;

interface Props {
  state: RoomState;
  /** the state is changed in place; this tells that it was */
  version: number;
}

/** The questions that wait, the weightiest on top; J and K walk them. */
export function QuestionBoard({ state }: Props) {
  const text = useText();
  const clock = useContext(ClockContext);
  const selected = useDoing((doing) => doing.question);
  const set = useDoing((doing) => doing.set);
  const [isHeld, setHeld] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const order = useRef<{ beat: number; ids: string[] }>({ beat: -1, ids: [] });
  const list = useRef<HTMLDivElement>(null);

  // cards that jump with every comment cannot be read
  const beat = useClock((now) => Math.floor(now / restMs));
  const open = openQuestions(state, clock.now());
  const next = open.map((question) => question.id);
  const isRested = beat !== order.current.beat && !isHeld;
  order.current = { beat, ids: isRested ? next : stableOrder(order.current.ids, next) };
  const { ids } = order.current;

  const select = (id: string) => set({ question: id, choice: 0 });
  const walk = (step: number) => {
    const at = selected === null ? -1 : ids.indexOf(selected);
    const to = at < 0 ? (step > 0 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, at + step));
    const id = ids[to];
    if (id !== undefined) select(id);
  };
  useShortcuts({
    j: () => walk(1),
    ArrowDown: () => walk(1),
    k: () => walk(-1),
    ArrowUp: () => walk(-1),
  });

  useEffect(() => {
    if (selected === null) return;
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [selected]);

  if (open.length === 0) return <Empty title={text.questions.empty} hint={text.questions.emptyHint} />;
  const shown = isWhole ? ids : ids.slice(0, firstCards);
  return (
    <div
      ref={list}
      className={styles.board}
      role="listbox"
      aria-label={text.questions.list}
      aria-activedescendant={selected === null ? undefined : `question-${selected}`}
      tabIndex={0}
      onPointerMove={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {shown.map((id) => {
        const question = state.questions.get(id) as Question;
        return (
          <QuestionCard
            key={id}
            id={id}
            text={question.text}
            intent={question.reading.intent}
            count={question.count}
            people={question.askers.size}
            buyers={question.buyers.size}
            since={question.since}
            isFilled={state.filled?.question === id}
            isSelected={id === selected}
            onSelect={select}
          />
        );
      })}
      {shown.length < ids.length && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {text.questions.more(String(ids.length - shown.length))}
        </button>
      )}
    </div>
  );
}
