import type { RuleSettings } from '../compliance/types.ts';
import {
  drafted,
  moved,
  type Review,
  type ReviewKind,
  type ReviewNeed,
  reviewId,
  reviewNeeds,
  stricterNeed,
} from '../review/review.ts';
import { z } from '../zod.ts';
import type { Database } from './database.ts';
import { PolicyError, readPolicyNow } from './policy.ts';
import { type By, writeTrail } from './trail.ts';

const Need = z.enum(reviewNeeds);

/** Who must look before something new is used: the stricter of what was set here and what a company asks for. */
export const readReviewNeed = (db: Database): Promise<ReviewNeed> =>
  db.settings
    .get('review')
    .then((set) =>
      readPolicyNow(db).then((policy) =>
        stricterNeed(Need.safeParse(set?.value).data ?? 'none', policy?.review ?? 'none'),
      ),
    );

/** Asks for another review from now on; what is in use stays in use. Throws where a company asks for more. */
export const changeReviewNeed = (db: Database, need: ReviewNeed, by: By): Promise<void> =>
  db.transaction('rw', db.settings, db.trail, async () => {
    const policy = await readPolicyNow(db);
    if (stricterNeed(need, policy?.review ?? 'none') !== need) throw new PolicyError('review', policy);
    const before = await readReviewNeed(db);
    await db.settings.put({ id: 'review', value: need });
    if (before !== need)
      await writeTrail(db, by, [{ part: 'reviewNeed', key: '', before: [before], after: [need] }]);
  });

/** All that was ever looked at, the newest first. */
export const readReviews = async (db: Database): Promise<Review[]> =>
  (await db.reviews.toArray()).sort((a, b) => b.at - a.at);

/** Ids of what may not be used yet. */
export async function readPending(db: Database): Promise<ReadonlySet<string>> {
  if ((await readReviewNeed(db)) === 'none') return new Set();
  return new Set(await db.reviews.where('state').notEqual('approved').primaryKeys());
}

/** Something new, or with new words: a script by its id, a word by itself. */
interface Thing {
  kind: ReviewKind;
  of: string;
  text: string;
}

/** Puts new or changed things into the queue where a review is asked for; in the transaction that keeps them. */
export async function draft(
  db: Database,
  things: readonly Thing[],
  { who, at }: Pick<By, 'who' | 'at'>,
): Promise<void> {
  if ((await readReviewNeed(db)) === 'none') return;
  const ids = things.map(({ kind, of }) => reviewId(kind, of));
  const before = await db.reviews.bulkGet(ids);
  await db.reviews.bulkPut(
    things.flatMap(({ kind, text }, i) =>
      // approved words stay approved, wherever they went meanwhile
      before[i]?.text === text ? [] : [drafted(ids[i]!, kind, text, { who, at }, before[i])],
    ),
  );
}

/** The own words of `after` that were not there before. */
export function freshWords(before: RuleSettings, after: RuleSettings): Thing[] {
  const fresh = (kind: ReviewKind, old: readonly { text: string }[], now: readonly { text: string }[]) => {
    if (old === now) return [];
    const known = new Set(old.map(({ text }) => text));
    return now.flatMap(({ text }) => (known.has(text) ? [] : [{ kind, of: text, text }]));
  };
  return [...fresh('term', before.terms, after.terms), ...fresh('phrase', before.allow, after.allow)];
}

/** Sends one thing on or back; false when it does not stand there any more. */
export const moveReview = (
  db: Database,
  id: string,
  did: 'submit' | 'approve' | 'return',
  note: string,
  by: By,
): Promise<boolean> =>
  db.transaction('rw', db.reviews, db.settings, db.trail, async () => {
    const before = await db.reviews.get(id);
    const after = before && moved(before, did, await readReviewNeed(db), { ...by, note });
    if (!before || !after) return false;
    await db.reviews.put(after);
    const told = ({ state, text }: Review) => ({ state, text: text.slice(0, 40) });
    await writeTrail(db, { ...by, ...(note.trim() && { why: note.trim() }) }, [
      { part: 'review', key: id, before: [told(before)], after: [told(after)] },
    ]);
    return true;
  });
