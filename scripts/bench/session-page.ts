import { indexedTo } from '../../lib/index/pass.ts';
import { type Database, derivedTables, openDatabase } from '../../lib/log/database.ts';
import { readRuns } from '../../lib/log/reader.ts';
import { createWriter } from '../../lib/log/writer.ts';
import type { LiveEvent } from '../../lib/model.ts';
import { createRoomState, fold } from '../../lib/room/fold.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { nightOf } from './night.ts';

const db: Database = openDatabase();
const room = { platform: 'douyin', id: '7686000000000000000', title: '小满家居旗舰店' } as const;
let free = () => {};
let held: RoomState | null = null;

/** Keeps every page's worker from indexing until `letIndex`. */
export const holdIndex = (): Promise<void> =>
  new Promise((done) => {
    void navigator.locks.request('live-room-copilot-index', () => {
      done();
      return new Promise<void>((freed) => {
        free = freed;
      });
    });
  });
export const letIndex = (): void => free();

/** Stores a night of `count` events at 20 a second, nine of ten comments, as capture does, and lets it rest. */
export async function fill(count: number): Promise<string> {
  const writer = createWriter(db, { now: Date.now, newId: () => 'night' });
  const from = Date.now() - count * 50;
  const { session } = await writer
    .attach({ room, tab: 1, stream: 'bench' })
    .then((attached) => ({ session: attached.session }));
  const night = nightOf({ seed: 1, from });
  for (let offset = 0; offset < count; offset += 1000) {
    const events = Array.from({ length: Math.min(1000, count - offset) }, (_, i) =>
      eventOf(offset + i, night),
    );
    await writer.append({ session, stream: 'bench', from: 'panel', offset, events });
  }
  await db.sessions.update(session, { endedAt: Date.now(), tabId: null, startedAt: from });
  await writer.settle(session);
  return session;
}

let asked = '';
function eventOf(n: number, night: ReturnType<typeof nightOf>): LiveEvent {
  const comment = night.next().value;
  const { at, seenAt, nick } = comment;
  if (n % 400 === 21)
    return { kind: 'fill', at, seenAt, text: `亲，${n} 号客服马上看`, question: asked, rules: '1' };
  if (n % 400 === 23) return { ...comment, text: `亲，${n - 2} 号客服马上看`, anchor: true };
  if (n % 400 === 27) return { kind: 'answer', at, seenAt, question: asked, how: 'spoken' };
  if (n % 10 === 3) return { kind: 'audience', at, seenAt, what: 'like', nick, count: 2 };
  asked = comment.id;
  return comment;
}

export const done = (session: string): Promise<number> => indexedTo(db, session);

/** Bytes of each derived table's records. */
export async function sizes(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const name of derivedTables) {
    found[name] = 0;
    await db.table(name).each((record: Record<string, unknown>) => {
      for (const value of Object.values(record)) {
        const bytes = ArrayBuffer.isView(value) ? value.byteLength : JSON.stringify(value).length;
        found[name] = (found[name] ?? 0) + bytes;
      }
    });
  }
  return found;
}

/** Folds a session from the beginning, as a seek to its end would without checkpoints; the state is kept. */
export async function foldAll(session: string): Promise<number> {
  const began = performance.now();
  held = createRoomState();
  for await (const { events } of readRuns(db, session)) for (const event of events) fold(held, event);
  return performance.now() - began;
}
export const heldComments = (): number => held?.figures.comments ?? 0;
