import { limits } from '../limits.ts';
import { z } from '../zod.ts';
import { Id, stamped } from './shape.ts';

/** Longest lists on a card: more cannot be read at a glance. */
export const mostOfCard = { facts: 3, avoid: 12, unsaid: 12, word: 60 } as const;

const Line = z.string().min(1).max(limits.title);
const Word = z.string().min(1).max(mostOfCard.word);

/** One thing for the host to say, whole: prompter and replay need no table. */
export const PromptCard = z.object({
  /** the question's, the comment's or the tool's: put up again, it takes the place of its older self */
  id: Id,
  what: z.enum(['question', 'comment', 'result']),
  /** contact data in it is covered */
  asked: z.string().max(limits.text),
  /** went through the checker; empty while nobody has one */
  answer: z.string().max(limits.text),
  /** words of the question that must not be read out */
  unsaid: z.array(Word).max(mostOfCard.unsaid),
  product: z
    .object({
      name: z.string().max(limits.title),
      facts: z.array(Line).max(mostOfCard.facts),
      /** words that the rules of then forbid for it */
      avoid: z.array(Word).max(mostOfCard.avoid),
    })
    .nullable(),
  /** the controller put it up, or the host pulled it */
  by: z.enum(['control', 'host']),
  /** version of the rules that let the answer through */
  rules: z.string().max(128),
});
export type PromptCard = z.infer<typeof PromptCard>;

/** A card was put before the host. */
export const PromptEvent = z.object({ kind: z.literal('prompt'), ...stamped, card: PromptCard });
export type PromptEvent = z.infer<typeof PromptEvent>;

/** The prompter shows another of its cards, or with null none. */
export const PromptTurnEvent = z.object({ kind: z.literal('prompt-turn'), ...stamped, to: Id.nullable() });
export type PromptTurnEvent = z.infer<typeof PromptTurnEvent>;
