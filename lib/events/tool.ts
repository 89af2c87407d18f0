import { z } from '../zod.ts';
import { Count, Id, stamped, Time } from './shape.ts';

/** How much a tool takes. */
export const mostOfTool = { options: 6, words: 8, word: 20, winners: 100, first: 50, blocked: 50 } as const;

const Title = z.string().min(1).max(100);
/** What viewers type; compared by its folded letters. */
const Word = z.string().min(1).max(mostOfTool.word);
const Words = z.array(Word).min(1).max(mostOfTool.words);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Viewers type a word, each person has one vote. */
const Vote = z.object({
  what: z.literal('vote'),
  title: Title,
  options: z
    .array(z.object({ name: z.string().min(1).max(40), words: Words }))
    .min(2)
    .max(mostOfTool.options),
  /** which counts of a person's votes */
  counts: z.enum(['last', 'first']),
});

/** The first ones with a right answer are told. A person's first answer counts. */
const Quiz = z.object({
  what: z.literal('quiz'),
  title: Title,
  right: Words,
  /** what else may be answered; absent: whatever is short enough to be an answer */
  wrong: z.array(Word).max(mostOfTool.words),
  first: z.number().int().min(1).max(mostOfTool.first),
});

/** Picks viewers by lot, each person once. */
const Draw = z.object({
  what: z.literal('draw'),
  title: Title,
  /** what must be typed to take part */
  words: Words,
  winners: z.number().int().min(1).max(mostOfTool.winners),
  /** what is won; empty where it is only about whose turn it is */
  prize: z.string().max(100),
  /** in fen: the law sets a limit */
  worth: z.number().int().min(0).nullable(),
  /** who wrote one of these while it ran is out */
  blocked: z.array(Word).max(mostOfTool.blocked),
  /** earlier winners of this session are out */
  onceOnly: z.boolean(),
  /** SHA-256 of the secret that goes into the seed: fixed before anybody has entered */
  commitment: Hash,
});

const Countdown = z.object({
  what: z.literal('countdown'),
  title: Title,
  /** when it comes to its end (ms epoch) */
  until: Time,
});

export const ToolSetup = z.discriminatedUnion('what', [Vote, Quiz, Draw, Countdown]);
export type ToolSetup = z.infer<typeof ToolSetup>;
export type DrawSetup = z.infer<typeof Draw>;

/** A tool was started: comments from here on count. The rules of then let its words through. */
export const ToolEvent = z.object({
  kind: z.literal('tool'),
  ...stamped,
  id: Id,
  setup: ToolSetup,
  rules: z.string().max(128),
});
export type ToolEvent = z.infer<typeof ToolEvent>;

/** Comments count no more. */
export const ToolCloseEvent = z.object({
  kind: z.literal('tool-close'),
  ...stamped,
  tool: Id,
  /** given up: it has no result */
  dropped: z.literal(true).optional(),
});
export type ToolCloseEvent = z.infer<typeof ToolCloseEvent>;

/** The lots were drawn: all that is needed to draw them again. People stand here as the seq of their comment. */
export const DrawEvent = z.object({
  kind: z.literal('draw'),
  ...stamped,
  tool: Id,
  candidates: Count,
  /** SHA-256 of the candidates' seqs, in order, joined by commas */
  digest: Hash,
  /** what `commitment` was made of, in hex */
  secret: Hash,
  /** places in that order, as the lots fell, and the seqs that stand there */
  places: z.array(Count).max(mostOfTool.winners),
  winners: z.array(Count).max(mostOfTool.winners),
});
export type DrawEvent = z.infer<typeof DrawEvent>;
