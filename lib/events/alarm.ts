import { limits } from '../limits.ts';
import { z } from '../zod.ts';
import { Count, Finding, Id, stamped } from './shape.ts';

/** What can go wrong in a broadcast, as far as it can be told from its log. */
export const alarmKinds = [
  /** a figure leaves its own recent course */
  'deviation',
  /** many comments are negative */
  'negative',
  'complaints',
  /** a watched word is said */
  'word',
  /** questions wait too long */
  'waiting',
  /** nothing, or not all, is heard of the room */
  'capture',
  /** risky words were said or sent */
  'finding',
  /** praise of several accounts is alike */
  'chorus',
  'stock',
  /** words that urge to buy, at hours when minors are to be spared them */
  'minors',
] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** Minutes of the day at which quiet begins and ends; across midnight when `to` is the smaller. */
const Quiet = z.object({ from: Count.max(1439), to: Count.max(1439) });

/** A word to look out for, and how many people must say it within five minutes. */
const WatchedWord = z.object({ text: z.string().min(1).max(40), people: z.number().int().min(1).max(1000) });

/** What alarms go by. Shares are 0 to 1, times are seconds. */
export const Watch = z.object({
  off: z.array(z.enum(alarmKinds)).max(alarmKinds.length),
  /** standard deviations a figure may be off */
  sigmas: z.number().min(1).max(10),
  negative: z.object({ share: z.number().min(0.01).max(1), over: z.number().min(0.01).max(1) }),
  /** people who complain within five minutes */
  complaints: z.number().int().min(1).max(10_000),
  words: z.array(WatchedWord).max(200),
  /** a question of `people` waits so long */
  waiting: z.object({
    seconds: z.number().int().min(5).max(7200),
    people: z.number().int().min(1).max(1000),
  }),
  /** pieces left at which to refill, to hurry, to stop selling */
  stock: z.object({ refill: Count, urgent: Count, stop: Count }),
  /** the same is not raised again for so long */
  coolDown: z.number().int().min(0).max(7200),
  /** no notification then; null for never */
  quiet: Quiet.nullable(),
});
export type Watch = z.infer<typeof Watch>;

/** What alarms go by from here on, whole. */
export const WatchEvent = z.object({ kind: z.literal('watch'), ...stamped, watch: Watch });
export type WatchEvent = z.infer<typeof WatchEvent>;

/** What our own words were found to hold, by the rules of that moment: the fold knows no rules. */
export const JudgedEvent = z.object({
  kind: z.literal('judged'),
  ...stamped,
  /** seq of the words */
  of: Count,
  text: z.string().max(limits.text),
  findings: z.array(Finding).min(1).max(50),
  rules: z.string().max(128),
});
export type JudgedEvent = z.infer<typeof JudgedEvent>;

/** How a person closed an alarm. */
const alarmEnds = ['handled', 'false'] as const;
export type AlarmEnd = (typeof alarmEnds)[number];

/** A person closed an alarm. */
export const AlarmCloseEvent = z.object({
  kind: z.literal('alarm-close'),
  ...stamped,
  alarm: Id,
  how: z.enum(alarmEnds),
  /** as they call themselves; may be empty */
  who: z.string().max(40),
});
export type AlarmCloseEvent = z.infer<typeof AlarmCloseEvent>;

/** A person keeps the calming replies on or off, or leaves it to the mood of the room again. */
export const CalmEvent = z.object({
  kind: z.literal('calm'),
  ...stamped,
  hold: z.enum(['on', 'off', 'auto']),
});
export type CalmEvent = z.infer<typeof CalmEvent>;
