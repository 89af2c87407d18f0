import type { Checkpoint, Database } from '../log/database.ts';
import { zip } from '../log/pack.ts';
import { linesOf } from './kept-state.ts';
import type { Maker } from './maker.ts';
import { readPatch, writePatch } from './patch.ts';

/** Goes up with every change of the fold or of the state: what an older fold worked out is not read. */
export const checkpointVersion = 18;
/** So many comments are folded in a few ms. */
const everyComments = 400;
/** So many other events, which cost less, are read in as many. */
const everyEvents = 1_600;
/** Each changes the one whose place in its group is the same without the lowest bit: few are read to restore a room. */
const group = 8;

/** A room that was seen and is not kept yet. */
interface Seen {
  seq: number;
  comments: number;
  at: number;
  lines: readonly string[];
}

/** Makes checkpoints of one session, in order of seq; keeps the lines of those that the next ones may change. */
export function checkpointMaker(): Maker {
  let seen: Seen[] = [];
  let made: Pick<Seen, 'seq' | 'comments'> | null = null;
  let links: Pick<Seen, 'seq' | 'lines'>[] = [];
  let count = 0;

  async function keep(session: string, { seq, at, lines }: Seen): Promise<Checkpoint> {
    const place = count++ % group;
    links = links.slice(0, bitsOf(place));
    const before = links.at(-1)?.lines ?? [];
    const patch = writePatch(lines, before);
    const via = links.map((link) => link.seq);
    // read again, lines that are the same are so but once in memory
    links.push({ seq, lines: readPatch(patch, before) });
    return { session, seq, version: checkpointVersion, at, via, bytes: await zip(patch) };
  }

  return {
    table: 'checkpoints',
    version: checkpointVersion,
    see(state) {
      const { seq, lastAt, figures } = state;
      const { comments } = figures;
      // a stretch that was not kept is walked again
      if (seen[0] && seq <= seen[0].seq) seen = [];
      if (made && seq <= made.seq) [made, count] = [null, 0];
      made ??= { seq: seq - 1, comments };
      const last = seen.at(-1) ?? made;
      if (comments - last.comments < everyComments && seq - last.seq < everyEvents) return;
      seen.push({ seq, comments, at: lastAt ?? 0, lines: linesOf(state) });
    },
    async make({ session }): Promise<Checkpoint[]> {
      const kept: Checkpoint[] = [];
      for (const one of seen) kept.push(await keep(session, one));
      made = seen.at(-1) ?? made;
      seen = [];
      return kept;
    },
  };
}

const bitsOf = (place: number): number => place.toString(2).replaceAll('0', '').length;

/** The newest checkpoint with `seq` ≤ the given one; null without any. Its bytes are not read. */
export const keyBefore = async (db: Database, session: string, seq: number): Promise<number | null> => {
  const [key] = await db.checkpoints
    .where(':id')
    .between([session, 0], [session, seq], true, true)
    .reverse()
    .limit(1)
    .primaryKeys();
  return key?.[1] ?? null;
};

/** Seq of the newest checkpoint that a seek to `seq` can begin with; 0 without any. */
export const checkpointBefore = async (db: Database, session: string, seq: number): Promise<number> =>
  (await keyBefore(db, session, seq)) ?? 0;

/** Seq of the newest checkpoint before which nothing was seen after `at` (ms epoch); 0 without any. */
export async function checkpointAt(db: Database, session: string, at: number): Promise<number> {
  const [key] = await db.checkpoints
    .where('[session+at]')
    .between([session, 0], [session, at], true, true)
    .reverse()
    .limit(1)
    .primaryKeys();
  return key?.[1] ?? 0;
}

/** The checkpoint after `seq`, without its bytes; null when there is none. */
export async function checkpointAfter(
  db: Database,
  session: string,
  seq: number,
): Promise<{ seq: number; at: number } | null> {
  const found = await db.checkpoints
    .where(':id')
    .between([session, seq], [session, Number.MAX_SAFE_INTEGER], false, true)
    .first();
  return found ? { seq: found.seq, at: found.at } : null;
}
