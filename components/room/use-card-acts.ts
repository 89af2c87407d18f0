import { useMemo, useRef } from 'react';
import type { ProductFacts } from '../../lib/assist/types.ts';
import type { Question } from '../../lib/room/state.ts';
import type { RoomActions } from './actions.ts';

/** What a person can do to the card in hand. They stay the same while cards and comments come and go. */
export interface CardActs {
  /** answered aloud, or by the person it was handed to */
  spoken(): void;
  dismiss(): void;
  /** hands it to a person, or takes it back */
  hand(): void;
  /** notes that the library lacks an answer, or takes that back */
  lack(): void;
  /** gives a wording a card of its own; its id */
  split(wording: string): string;
  /** puts this card back where it was split off */
  join(): void;
  /** the same for a card that was split off from this one */
  joinBack(card: string): void;
}

interface Hand {
  card: Question | null;
  product: ProductFacts | null;
  actions: RoomActions | null;
  /** goes on to the next card */
  onLeave(): void;
}

/** The acts on the card in hand; null where nothing can be done. */
export function useCardActs(hand: Hand): CardActs | null {
  const latest = useRef(hand);
  latest.current = hand;
  const isPossible = hand.card !== null && hand.actions !== null;
  return useMemo(() => {
    if (!isPossible) return null;
    const on = (act: (card: Question, actions: RoomActions, hand: Hand) => void) => () => {
      const { card, actions } = latest.current;
      if (card && actions) act(card, actions, latest.current);
    };
    return {
      spoken: on((card, actions, { onLeave }) => {
        actions.close(card.id, card.handedAt === null ? 'spoken' : 'handed');
        onLeave();
      }),
      dismiss: on((card, actions, { onLeave }) => {
        actions.close(card.id, 'dismissed');
        onLeave();
      }),
      hand: on((card, actions, { onLeave }) => {
        const isBack = card.handedAt !== null;
        actions.hand(card.id, isBack);
        if (!isBack) onLeave();
      }),
      lack: on((card, actions, { product }) => actions.lack(card, product, card.isLack)),
      split(wording) {
        const into = crypto.randomUUID();
        on((card, actions) => actions.split(card.id, wording, into))();
        return into;
      },
      join: on((card, actions) => actions.join(card.id)),
      joinBack: (id) => on((_, actions) => actions.join(id))(),
    };
  }, [isPossible]);
}
