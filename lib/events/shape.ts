import { z } from '../zod.ts';

/** Milliseconds since the epoch, between 2001 and 2286. */
export const Time = z.number().int().min(1e12).max(1e13);
export const Id = z.string().min(1).max(128);

export const Count = z.number().int().min(0);

/** The two clocks of every event. */
export const stamped = {
  /** when it happened: the platform's own time where known, else `seenAt` */
  at: Time,
  /** when this machine saw it */
  seenAt: Time,
};

/** Where a finding stands in the law and in the text. Offsets are UTF-16 units into the text as given. */
export const Finding = z.object({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  text: z.string(),
  /** the term it was recognised as, e.g. 最好 for 蕞好 */
  canonical: z.string(),
  /** category id such as A1 (absolute terms); see docs/compliance.md */
  category: z.string(),
  /** S3 banned, S2 high risk, S1 needs proof, S0 exempted */
  severity: z.enum(['S3', 'S2', 'S1', 'S0']),
  rule: z.string(),
  list: z.string(),
  /** the article it rests on, with the penalty's */
  basis: z.string(),
  /** a veiled spelling of the term */
  evasion: z.boolean(),
  /** code of the exemption that applied, such as X-SELF */
  exemption: z.string().nullable(),
  /** why it applies, in the lists' language */
  reason: z.string().optional(),
  /** compliant wordings with {slots}, each scanned clean */
  rewrites: z.array(z.string()),
});
export type Finding = z.infer<typeof Finding>;
