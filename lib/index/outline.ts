import type { Database } from '../log/database.ts';
import { type Moment, type MomentMinute, type Moments, momentsVersion } from './moments.ts';

/** A whole session for the timeline. */
export interface Outline {
  minutes: readonly MomentMinute[];
  /** in order of seq */
  moments: readonly Moment[];
  /** questions that nobody answered: the seq that asked, and when that was seen (ms epoch, to the second); in order */
  unanswered: readonly { seq: number; at: number }[];
  /** seq before which everything is in */
  to: number;
}

export const emptyOutline: Outline = { minutes: [], moments: [], unanswered: [], to: 0 };

/** The kept moments from seq `from` on, in order; what another version made counts as not there. */
export async function readMoments(db: Database, session: string, from = 0): Promise<Moments[]> {
  const kept = await db.moments
    .where(':id')
    .between([session, from], [session, Number.MAX_SAFE_INTEGER], true, true)
    .toArray();
  return kept.filter(({ version }) => version === momentsVersion) as Moments[];
}

/** Stretches of a session in order, as one. Pure. */
export function outlineOf(stretches: readonly Moments[]): Outline {
  const minutes = new Map<number, MomentMinute>();
  for (const stretch of stretches) {
    for (const one of stretch.minutes) {
      const known = minutes.get(one.at);
      if (!known) minutes.set(one.at, { ...one });
      else {
        known.comments += one.comments;
        known.positive += one.positive;
        known.negative += one.negative;
      }
    }
  }
  const last = stretches.at(-1);
  return {
    minutes: [...minutes.values()].sort((a, b) => a.at - b.at),
    moments: withoutRepeats(stretches.flatMap(({ moments }) => moments).sort((a, b) => a.seq - b.seq)),
    unanswered: unansweredIn(stretches),
    to: last ? last.first + last.count : 0,
  };
}

/** A trouble counts when it begins and when it is over. */
function withoutRepeats(moments: readonly Moment[]): Moment[] {
  let trouble: string | null = null;
  return moments.filter((moment) => {
    if (moment.what !== 'trouble') return true;
    const isNew = moment.trouble !== trouble;
    trouble = moment.trouble;
    return isNew;
  });
}

/** Backwards: what is closed later was answered, what is opened after its last closing was not. */
function unansweredIn(stretches: readonly Moments[]): { seq: number; at: number }[] {
  const closed = new Set<number>();
  const found: { seq: number; at: number }[] = [];
  for (let s = stretches.length - 1; s >= 0; s--) {
    const { turns, from } = stretches[s]!;
    for (let i = turns.length - 3; i >= 0; i -= 3) {
      const hash = turns[i + 2]!;
      if (hash < 0) closed.add(~hash);
      else if (!closed.delete(hash)) found.push({ seq: turns[i]!, at: from + turns[i + 1]! * 1000 });
    }
  }
  return found.reverse();
}
