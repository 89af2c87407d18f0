import { limits } from '../limits.ts';
import { z } from '../zod.ts';
import { Count, Id, stamped, Time } from './shape.ts';

/** A person closed a question without filling the box; `handed`: the one it was handed to has answered. */
export const AnswerEvent = z.object({
  kind: z.literal('answer'),
  ...stamped,
  question: Id,
  how: z.enum(['spoken', 'handed', 'dismissed']),
});

/** A person gave one wording of a card, by its folded letters, a card of its own. */
export const SplitEvent = z.object({
  kind: z.literal('split'),
  ...stamped,
  question: Id,
  wording: z.string().min(1).max(limits.text),
  /** id of the new card */
  into: Id,
});
export type SplitEvent = z.infer<typeof SplitEvent>;

/** A person put a card that was split off back where it came from. */
export const JoinEvent = z.object({ kind: z.literal('join'), ...stamped, question: Id });
export type JoinEvent = z.infer<typeof JoinEvent>;

/** A person handed a question to somebody who knows, or took it back. It waits on until it is answered. */
export const HandEvent = z.object({
  kind: z.literal('hand'),
  ...stamped,
  question: Id,
  undone: z.literal(true).optional(),
});

/** A person noted that no script answers a question, or took that back. Its words stand here for the scripts page. */
export const LackEvent = z.object({
  kind: z.literal('lack'),
  ...stamped,
  question: Id,
  text: z.string().min(1).max(limits.text),
  /** what it wants, as it was read */
  intent: z.string().max(40),
  /** id of the product it was about, where that was known */
  product: Id.optional(),
  undone: z.literal(true).optional(),
});
export type LackEvent = z.infer<typeof LackEvent>;

/** A person noted something at the shown moment, which may be long past: live, rewound or in a replay. */
export const MarkEvent = z.object({
  kind: z.literal('mark'),
  ...stamped,
  /** the moment it is about */
  of: Time,
  /** the first seq that was not shown then */
  place: Count,
  /** may be empty: a mark and no more */
  text: z.string().max(limits.text),
});
