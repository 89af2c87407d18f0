import type { Checkpoint, Database } from '../log/database.ts';
import { zip } from '../log/pack.ts';
import { linesOf } from './kept-state.ts';
import type { Maker } from './maker.ts';
import { writePatch } from './patch.ts';

/** Goes up with every change of the fold or of the state: what an older fold worked out is not read. */
export const checkpointVersion = 15;
/** So many comments are folded in a few ms. */
const everyComments = 750;
/** So many other events, which cost less, are read in as many. */
const everyEvents = 3_000;
/** Patches that are read to restore one room. */
const chain = 5;

/** Makes checkpoints of one session, in order of seq; keeps the last one's lines to write only what changed. */
export function checkpointMaker(): Maker {
  let before: readonly string[] = [];
  let base = -1;
  let links = 0;
  let last: { seq: number; comments: number } | null = null;
  return {
    table: 'checkpoints',
    version: checkpointVersion,
    async make({ session, state }): Promise<Checkpoint | null> {
      const comments = state.figures.comments;
      last ??= { seq: 0, comments: 0 };
      if (comments - last.comments < everyComments && state.seq - last.seq < everyEvents) return null;
      last = { seq: state.seq, comments };
      if (base < 0 || links >= chain) {
        before = [];
        base = state.seq;
        links = 0;
      }
      links++;
      const lines = linesOf(state);
      const patch = writePatch(lines, before);
      before = lines;
      return {
        session,
        seq: state.seq,
        version: checkpointVersion,
        at: state.lastAt ?? 0,
        base,
        bytes: await zip(patch),
      };
    },
  };
}

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
