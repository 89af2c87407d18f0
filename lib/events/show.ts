import { limits } from '../limits.ts';
import { z } from '../zod.ts';
import { Count, Id, stamped, Time } from './shape.ts';

/** What a segment of a broadcast is there for: the three acts of the opening, then what a loop is made of. */
export const segmentParts = [
  'suspense',
  'benefit',
  'solution',
  'content',
  'questions',
  'closing',
  'other',
] as const;
export type SegmentPart = (typeof segmentParts)[number];

/** The most that one run of show takes; lengths in seconds. */
export const mostOfShow = { segments: 200, name: 80, owner: 40, shortest: 10, longest: 6 * 3600 } as const;

export const Segment = z.object({
  name: z.string().min(1).max(mostOfShow.name),
  part: z.enum(segmentParts),
  /** how long it is meant to take (s) */
  length: z.number().int().min(mostOfShow.shortest).max(mostOfShow.longest),
  /** link number or name, as people write it */
  product: z.string().min(1).max(limits.title).optional(),
  owner: z.string().min(1).max(mostOfShow.owner).optional(),
  /** what the host is to say */
  script: z.string().min(1).max(limits.text).optional(),
  aim: z.string().min(1).max(limits.title).optional(),
});
export type Segment = z.infer<typeof Segment>;

/** A run of show: what comes when. */
export const ShowPlan = z.object({
  name: z.string().min(1).max(mostOfShow.name),
  /** local time of day, 20:00 */
  startsAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  segments: z.array(Segment).min(1).max(mostOfShow.segments),
});
export type ShowPlan = z.infer<typeof ShowPlan>;

/** A person began a run of show, which stands here whole, with its first segment. */
export const ShowEvent = z.object({
  kind: z.literal('show'),
  ...stamped,
  /** id in the table of shows */
  show: Id,
  plan: ShowPlan,
  /** when it was to begin, if it said so */
  due: Time.optional(),
});
export type ShowEvent = z.infer<typeof ShowEvent>;

/** A person went on to a segment, or to the end; `undone`: took the last step back and is at `to` again. */
export const SegmentEvent = z.object({
  kind: z.literal('segment'),
  ...stamped,
  /** its place in the plan; null is the end, or before the beginning when undone */
  to: Count.nullable(),
  undone: z.literal(true).optional(),
});
export type SegmentEvent = z.infer<typeof SegmentEvent>;
