import type { PromptCard, PromptEvent, PromptTurnEvent } from '../model.ts';

/** A card as it was put up last; `doneAt`: said, or no longer wanted (ms epoch). */
export type Shown = PromptCard & { seq: number; at: number; doneAt: number | null };

/** What stands before the host. */
export interface Prompt {
  /** oldest first, bounded, each id once */
  cards: Shown[];
  /** id of the card that is shown */
  shown: string | null;
}

const keptCards = 60;

export const createPrompt = (): Prompt => ({ cards: [], shown: null });

/** Puts a card before the host, or turns to another one. */
export function foldPrompt(prompt: Prompt, event: (PromptEvent | PromptTurnEvent) & { seq: number }): void {
  if (event.kind === 'prompt-turn') {
    const isKnown = prompt.cards.some(({ id }) => id === event.to);
    prompt.shown = isKnown ? event.to : null;
    return;
  }
  const { card, seq, at } = event;
  prompt.cards = [
    ...prompt.cards.filter(({ id }) => id !== card.id),
    { ...card, seq, at, doneAt: null },
  ].slice(-keptCards);
  prompt.shown = card.id;
}

/** What has been said, or is no longer wanted, leaves the screen. */
export function takeDown(prompt: Prompt, question: string, at: number): void {
  for (const card of prompt.cards) if (card.id === question) card.doneAt = at;
  if (prompt.shown === question) prompt.shown = null;
}
