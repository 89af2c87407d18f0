import { z } from '../zod.ts';
import { Count, stamped, Time } from './shape.ts';

/** Why capture is not simply listening. */
export const troubles = [
  'no-comments-yet',
  'feed-silent',
  'list-paused',
  'idle-dialog',
  'logged-out',
  'rows-unreadable',
  'feed-unreadable',
  /** the page moves, and neither its traffic nor its rows are understood */
  'page-unreadable',
  /** the list shows what the feed does not bring */
  'paths-disagree',
  /** the page's own traffic cannot be heard */
  'hook-missing',
  /** the browser wakes the hidden page once a minute */
  'slowed',
] as const;
export type Trouble = (typeof troubles)[number];

const Percent = z.number().min(0).max(100).nullable();
const Moment = Time.nullable();

/** How capture does at one moment. Shares are of the last few hundred, in per cent; null before any. */
const Pulse = z.object({
  /** the tap in the page's world answers */
  hook: z.boolean(),
  /** the ways by which comments come now */
  ways: z.object({ feed: z.boolean(), list: z.boolean() }),
  /** the list is read by selectors a person taught */
  taught: z.boolean(),
  firstAt: Moment,
  lastAt: Moment,
  /** last answer of the feed that could be read, empty ones too */
  heardAt: Moment,
  /** comments in the last minute */
  perMinute: Count,
  /** items of the feed that could be read */
  parsed: Percent,
  /** comments that came with this field */
  fields: z.object({ id: Percent, user: Percent, nick: Percent, time: Percent }),
  /** rows that the feed brought, too */
  agreement: Percent,
  /** rows that were left out because a feed that answers did not bring them */
  refuted: Count,
  /** events without a receipt */
  waiting: Count,
  page: z.object({
    paused: z.boolean(),
    idle: z.boolean(),
    loggedOut: z.boolean(),
    hidden: z.boolean(),
    slowed: z.boolean(),
    over: z.boolean(),
  }),
});
export type Pulse = z.infer<typeof Pulse>;

/** What capture saw and threw away, in counts since the page was loaded. */
export const HealthEvent = z.object({
  kind: z.literal('health'),
  ...stamped,
  trouble: z.enum(troubles).nullable(),
  /** comments by the path that brought them first */
  feed: Count,
  dom: Count,
  /** DOM rows that met their feed twin */
  merged: Count,
  /** `sealed`: under a key of the page's own, or without an author */
  dropped: z.object({ malformed: Count, oversized: Count, duplicate: Count, sealed: Count.optional() }),
  pulse: Pulse.optional(),
});
export type HealthEvent = z.infer<typeof HealthEvent>;

/**
 * Time for which nothing could be seen or stored: the page or the computer slept, the browser slowed the hidden
 * page, the page was reloaded, closed or killed, or the outbox ran over.
 */
export const GapEvent = z.object({
  kind: z.literal('gap'),
  ...stamped,
  from: Time,
  to: Time,
  reason: z.enum(['asleep', 'slowed', 'page-away', 'outbox-full']),
  /** comments that are surely lost; what was said unseen nobody can count */
  lost: Count,
  /** comments of that time that came in afterwards */
  recovered: Count.optional(),
});
export type GapEvent = z.infer<typeof GapEvent>;
