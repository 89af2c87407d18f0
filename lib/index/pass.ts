import { alarmsIn } from '../alarm/alarm.ts';
import { type Database, derivedTables, type Indexed } from '../log/database.ts';
import { readRuns } from '../log/reader.ts';
import type { LoggedEvent, Session } from '../model.ts';
import { fold } from '../room/fold.ts';
import type { FeedRow, RoomState, Turn } from '../room/state.ts';
import type { Made, MadeTable, Maker, Stretch } from './maker.ts';
import { restoreRoom } from './restore.ts';

interface Options {
  /** of this session alone, the same ones when it goes on: some remember the stretch before */
  makers: readonly Maker[];
  isStopped(): boolean;
  /** how far it is, both as seq */
  onProgress?(done: number, all: number): void;
  now(): number;
}

/** Events that are worked up at once. */
export const stretchLength = 1000;
/** A session without an event for so long rests: what is left of it is worked up, too (ms). */
const restful = 10 * 60_000;

/** Where the index of a session stands: the seq before which everything is worked up. */
export async function indexedTo(db: Database, session: string): Promise<number> {
  const last = await lastOf(db, session);
  return last ? last.first + last.count : 0;
}

type Versioned = Pick<Maker, 'table' | 'version'>;

const signatureOf = (makers: readonly Versioned[], edition: number): string =>
  [
    ...makers.map(({ table, version }) => `${table}@${version}`),
    ...(edition > 0 ? [`edition@${edition}`] : []),
  ].join(' ');

/** Whether all of a session is worked up, by makers of these versions and as its events are now. */
export async function isWorkedUp(
  db: Database,
  { id, events, edition = 0 }: Session,
  makers: readonly Versioned[],
): Promise<boolean> {
  const last = await lastOf(db, id);
  if (!last) return events === 0;
  return last.makers === signatureOf(makers, edition) && last.first + last.count >= events;
}

/**
 * Works a session up from where the index stands: folds it once, calls the makers for each stretch of about a
 * thousand events, and stores what they made in one transaction. Of a session that runs the newest events are left
 * for the next time. Resolves to false when it was stopped or the session is gone.
 */
export async function indexSession(db: Database, session: string, options: Options): Promise<boolean> {
  const { makers, isStopped, now } = options;
  const record = await db.sessions.get(session);
  if (!record) return false;
  const edition = record.edition ?? 0;
  const signature = signatureOf(makers, edition);
  const last = await lastOf(db, session);
  if (last && last.makers !== signature) await forgetIndex(db, session);
  const from = last?.makers === signature ? last.first + last.count : 0;
  const finish = async () => {
    if (record.endedAt !== null) for (const maker of makers) await maker.finish?.(db, session);
    return true;
  };
  if (from >= record.events) return finish();

  const state = await roomAt(db, session, from);
  let stretch = open(session, from, state);
  const close = async () => {
    if (!(await store(db, stretch, makers, { signature, edition }))) return false;
    options.onProgress?.(stretch.first + stretch.count, record.events);
    stretch = open(session, state.seq, state);
    return !isStopped();
  };
  for await (const { events } of readRuns(db, session, from, record.events)) {
    for (const event of events) {
      take(stretch, event);
      for (const maker of makers) maker.see?.(state);
      if (stretch.count >= stretchLength && !(await close())) return false;
    }
  }
  if (stretch.count > 0 && !isResting(record, now())) return true;
  return (stretch.count === 0 || (await close())) && finish();
}

const isResting = ({ endedAt, lastAt }: Session, now: number): boolean =>
  endedAt !== null || now - lastAt > restful;

const lastOf = (db: Database, session: string): Promise<Indexed | undefined> =>
  db.stretches.where(':id').between([session, 0], [session, Number.MAX_SAFE_INTEGER]).last();

async function roomAt(db: Database, session: string, seq: number): Promise<RoomState> {
  const state = await restoreRoom(db, session, seq);
  for await (const { events } of readRuns(db, session, state.seq, seq))
    for (const one of events) fold(state, one);
  return state;
}

type Open = Stretch & { events: LoggedEvent[]; rows: FeedRow[]; turns: Turn[] };

const open = (session: string, first: number, state: RoomState): Open => ({
  session,
  first,
  count: 0,
  events: [],
  rows: [],
  turns: [],
  alarms: [],
  goods: state.goods,
  state,
});

function take(stretch: Open, event: LoggedEvent): void {
  const { state } = stretch;
  fold(state, event, (turn) => stretch.turns.push(turn));
  stretch.events.push(event);
  stretch.count = state.seq - stretch.first;
  if (event.kind !== 'comment') return;
  // a late comment was put among the last rows
  const row = state.feed.findLast(({ seq }) => seq === event.seq);
  if (row) stretch.rows.push(row);
}

/** False when the session was deleted meanwhile, or some of its events: nothing may be left of them. */
async function store(
  db: Database,
  stretch: Open,
  makers: readonly Maker[],
  { signature, edition }: { signature: string; edition: number },
): Promise<boolean> {
  const { session, first, count, events, state } = stretch;
  const alarms = alarmsIn(state.alarms.list, first, events[0]?.seenAt ?? 0);
  const made: [MadeTable, Made][] = [];
  for (const { table, make } of makers) made.push([table, await make({ ...stretch, alarms })]);
  const tables = made.map(([table]) => db.table(table));
  return db.transaction('rw', [db.sessions, db.stretches, ...tables], async () => {
    const now = await db.sessions.get(session);
    if (!now || (now.edition ?? 0) !== edition) return false;
    for (const [table, records] of made) await db.table(table).bulkPut([records ?? []].flat());
    await db.stretches.put({ session, first, count, makers: signature });
    return true;
  });
}

/** Throws away what was worked out of a session, so that it is made again. */
const forgetIndex = (db: Database, session: string): Promise<void> =>
  db.transaction(
    'rw',
    derivedTables.map((table) => db.table(table)),
    async () => {
      for (const table of derivedTables)
        await db
          .table(table)
          .where(':id')
          .between([session, 0], [session, Number.MAX_SAFE_INTEGER], true, true)
          .delete();
    },
  );
