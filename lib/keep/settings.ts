import type { Database } from '../log/database.ts';
import { PolicyError, readPolicyNow } from '../log/policy.ts';
import type { Policy } from '../policy/policy.ts';
import { z } from '../zod.ts';

/** Days that may be set: a viewer's words no longer than a year, the record no shorter than the law's three. */
const bounds = {
  /** 直播电商监督管理办法 Art. 27, 31: records of review and correction, at least three years */
  record: { least: 1096, most: 3660 },
  comments: { least: 1, most: 365 },
} as const;

const daysIn = ({ least, most }: { least: number; most: number }) => z.number().int().min(least).max(most);

/** How long what is kept, and whether a person has agreed that the rest goes by itself. */
export const KeepSettings = z.object({
  /** days for what viewers said and did */
  comments: daysIn(bounds.comments),
  /** the same while the disk fills up; never longer than `comments` */
  tight: daysIn(bounds.comments),
  /** days for all else of a session, counted from its end */
  record: daysIn(bounds.record),
  /** when a person agreed to the clean-up (ms epoch); null: nothing goes by itself */
  agreedAt: z.number().int().nullable(),
  /** when it last ran to its end (ms epoch) */
  ranAt: z.number().int().nullable(),
});
export type KeepSettings = z.infer<typeof KeepSettings>;

export const usualKeep: KeepSettings = { comments: 30, tight: 7, record: 1096, agreedAt: null, ranAt: null };

/** How long what is kept: as it was set, within what a company allows. */
export async function readKeep(db: Database): Promise<KeepSettings> {
  const [stored, policy] = await Promise.all([db.settings.get('keep'), readPolicyNow(db)]);
  return within(policy, KeepSettings.safeParse(stored?.value).data ?? usualKeep);
}

/** Days that may be set under a company's policy. */
export function boundsUnder(policy: Policy | null): Bounds {
  const { comments, record } = policy?.retention ?? {};
  return {
    record: { ...bounds.record, least: Math.max(bounds.record.least, record ?? 0) },
    comments: {
      ...bounds.comments,
      most: Math.min(bounds.comments.most, comments ?? Number.POSITIVE_INFINITY),
    },
  };
}
type Bounds = Record<keyof typeof bounds, { least: number; most: number }>;

/** A company's clean-up needs nobody's consent. */
function within(policy: Policy | null, settings: KeepSettings): KeepSettings {
  const { record, comments } = boundsUnder(policy);
  return {
    ...settings,
    comments: Math.min(settings.comments, comments.most),
    tight: Math.min(settings.tight, comments.most),
    record: Math.max(settings.record, record.least),
    agreedAt: settings.agreedAt ?? (policy?.retention?.isAutomatic ? 0 : null),
  };
}

/** Changes it in one transaction. Throws when it is out of bounds, a company's bounds among them. */
export const changeKeep = (db: Database, change: Partial<KeepSettings>): Promise<KeepSettings> =>
  db.transaction('rw', db.settings, async () => {
    const value = KeepSettings.parse({ ...(await readKeep(db)), ...change });
    const policy = await readPolicyNow(db);
    if (JSON.stringify(within(policy, value)) !== JSON.stringify(value))
      throw new PolicyError('retention', policy);
    await db.settings.put({ id: 'keep', value });
    return value;
  });
