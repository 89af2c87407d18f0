import { limits } from '../limits.ts';
import { z } from '../zod.ts';
import { Count, Finding, stamped, Time } from './shape.ts';

/** Where the host's voice is taken from. */
export const earSources = ['microphone', 'tab'] as const;
export type EarSource = (typeof earSources)[number];

/** Who recognises: `device`, or provider and model as host/model. */
const Recogniser = z.string().min(1).max(320);

/** Listening to the host began, or ended: `source` is null. */
export const ListenEvent = z.object({
  kind: z.literal('listen'),
  ...stamped,
  source: z.enum(earSources).nullable(),
  by: Recogniser.optional(),
  /** why it ended, when nobody ended it: the device was pulled, the tab closed */
  why: z.literal('lost').optional(),
});

/** Something the host said, as it was recognised. No sound is kept. */
export const SpokenEvent = z.object({
  kind: z.literal('spoken'),
  ...stamped,
  /** first and last sound of it (ms epoch) */
  from: Time,
  to: Time,
  text: z.string().min(1).max(limits.text),
  /** of the host channel, by offsets into `text` */
  findings: z.array(Finding).max(50),
  rules: z.string(),
  by: Recogniser,
  /** how long recognising took (ms) */
  ms: Count,
});
export type SpokenEvent = z.infer<typeof SpokenEvent>;

/** The host spoke, and what was said is not known: nothing is invented for it. */
export const UnheardEvent = z.object({
  kind: z.literal('unheard'),
  ...stamped,
  from: Time,
  to: Time,
  /** a failure's kind; `nonsense` and `late` are our own */
  why: z.string().max(40),
});
export type UnheardEvent = z.infer<typeof UnheardEvent>;

/** A person closed what was found in a spoken sentence. */
export const CorrectEvent = z.object({
  kind: z.literal('correct'),
  ...stamped,
  /** seq of the spoken sentence */
  of: Count,
  /** corrected on air, or recognised or judged wrongly */
  how: z.enum(['corrected', 'false-hit']),
});
