import { useCallback, useContext, useRef, useState } from 'react';
import { fatigueOf } from '../../lib/room/fatigue.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { CalmLine } from '../day/alarm/CalmLine.tsx';
import { useDoing } from '../store.ts';
import { CardHead } from './CardHead.tsx';
import { ClockContext } from './clock.ts';
import { PromptLine } from './PromptLine.tsx';
import { QuestionBoard } from './QuestionBoard.tsx';
import { Replies } from './Replies.tsx';
import type { RoomProps } from './RoomTabs.tsx';
import { useActs } from './use-acts.ts';
import { useBoardOrder } from './use-board-order.ts';
import { useCardActs } from './use-card-acts.ts';
import { useProduct } from './use-product.ts';

interface Props extends RoomProps {
  /** changed in place; whoever draws this knows when */
  state: RoomState;
}

/** The questions, and below them the answers to the selected one. Keys walk and close. */
export function QuestionDesk({ state, checker, suggest, read, drafts, shop, actions }: Props) {
  const selected = useDoing((doing) => doing.question);
  const set = useDoing((doing) => doing.set);
  const [isHeld, setHeld] = useState(false);
  const ids = useBoardOrder(state, isHeld);
  const at = selected === null ? -1 : ids.indexOf(selected);
  const question = at < 0 ? null : (state.questions.get(ids[at] as string) ?? null);
  // a comment that somebody chose to answer, though it never was on the board
  const comment =
    selected === null || state.questions.has(selected)
      ? undefined
      : state.feed.findLast((row) => row.id === selected);

  const asked = question ?? comment ?? null;
  const product = useProduct(asked, state.goods, shop?.products);

  const select = useCallback((id: string | null) => set({ question: id, choice: 0 }), [set]);
  const walk = (step: 1 | -1) => {
    const from = at < 0 && step < 0 ? ids.length : at;
    const id = ids[Math.min(ids.length - 1, Math.max(0, from + step))];
    if (id !== undefined) select(id);
  };
  const leave = () => select(ids[at + 1] ?? ids[at - 1] ?? null);
  // the replies below are drawn only when theirs change, not with every comment
  const acts = useCardActs({ card: question, product, actions, onLeave: leave });
  const [open, setOpen] = useState<string | null>(null);
  const toggle = () => setOpen(question && open !== question.id ? question.id : null);
  const isHanded = question?.handedAt != null;

  const clock = useContext(ClockContext);
  const latestState = useRef(state);
  latestState.current = state;
  const tired = useCallback((words: string) => fatigueOf(words, latestState.current, clock.now()), [clock]);

  useActs({
    next: () => walk(1),
    previous: () => walk(-1),
    ...(question && { wordings: toggle }),
    ...(acts && { spoken: acts.spoken, dismiss: acts.dismiss, hand: acts.hand, lack: acts.lack }),
  });

  return (
    <>
      <QuestionBoard state={state} ids={ids} selected={selected} onSelect={select} onHold={setHeld} />
      <CalmLine state={state} actions={actions} />
      {asked && (
        <CardHead
          asked={asked}
          card={question}
          questions={state.questions}
          isOpen={question !== null && open === question.id}
          onToggle={toggle}
          acts={acts}
        />
      )}
      <PromptLine state={state} actions={actions} />
      <Replies
        question={asked}
        words={asked?.text}
        product={product}
        draft={state.draft?.text ?? null}
        checker={checker}
        suggest={suggest}
        read={read}
        drafts={drafts ?? null}
        shop={shop ?? null}
        tired={tired}
        actions={actions}
        onHand={isHanded ? undefined : acts?.hand}
        onLack={question?.isLack ? undefined : acts?.lack}
      />
    </>
  );
}
