import type { Database } from '../log/database.ts';
import { getOr } from './counting.ts';
import type { Digest } from './digest.ts';
import { eachDigest } from './kept.ts';

/** How often a rule found something in what we wrote into the room and, apart, in what viewers wrote. */
interface Hits {
  own: number;
  viewers: number;
}

/** By id of the rule; a term of a word list comes to the rule that `termRule` names. */
export type HitsByRule = ReadonlyMap<string, Hits>;

/** What the rules of then found in one stretch, without places and terms; null when nobody judged it. */
export function hitsOf({ found }: Pick<Digest, 'found'>): HitsByRule | null {
  if (!found) return null;
  const hits = new Map<string, Hits>();
  for (const whose of ['own', 'viewers'] as const)
    for (const { rule, count } of found[whose].values()) getOr(hits, rule, none)[whose] += count;
  return hits;
}

/** The hits of several stretches or sessions together. */
export function sumHits(parts: Iterable<HitsByRule>): HitsByRule {
  const sum = new Map<string, Hits>();
  for (const part of parts)
    for (const [rule, { own, viewers }] of part) {
      const hits = getOr(sum, rule, none);
      hits.own += own;
      hits.viewers += viewers;
    }
  return sum;
}

/** The hits of a session as far as it was worked up; null when none of it was judged, or `isStopped` says so. */
export async function readHits(
  db: Database,
  session: string,
  isStopped: () => boolean,
): Promise<HitsByRule | null> {
  const parts: HitsByRule[] = [];
  for await (const digest of eachDigest(db, session, ['found'])) {
    if (isStopped()) return null;
    const hits = hitsOf(digest);
    if (hits) parts.push(hits);
  }
  return parts.length > 0 ? sumHits(parts) : null;
}

const none = (): Hits => ({ own: 0, viewers: 0 });
