import { dayMoment } from '../index/day-moments.ts';
import type { Moment } from '../index/moments.ts';
import { readMoments } from '../index/outline.ts';
import { indexedTo } from '../index/pass.ts';
import type { Database } from '../log/database.ts';
import type { Session } from '../model.ts';
import { createRoomState, fold } from '../room/fold.ts';
import { everyEvent, type Order } from './order.ts';

/** What no event says by itself: what was raised, planned, counted, and how long it took. */
const derived = ['alarm', 'alarm-end', 'segment', 'plan-close', 'tool-end', 'put-right'] as const;
export type Derived = Extract<Moment, { what: (typeof derived)[number] }>;

const isDerived = (moment: { what: string }): boolean => derived.some((what) => what === moment.what);

/**
 * What was worked out of a session besides its events, in order and as wanted: alarms, segments with their plan, results
 * of tools, ends of plans. From the index where it is whole, else by folding every event.
 */
export async function derivedIn(db: Database, session: Session, order: Order): Promise<Derived[]> {
  const { from = -Infinity, to = Infinity, kinds, words = '' } = order.selection ?? {};
  // whoever asks for what people did asks for all of it
  if (kinds && !kinds.includes('plan')) return [];
  const isIndexed = (await indexedTo(db, session.id)) >= session.events;
  const all = isIndexed
    ? (await readMoments(db, session.id)).flatMap(({ moments }) => moments)
    : await folded(db, order);
  const sought = words.trim().toLowerCase();
  return (all.filter(isDerived) as Derived[])
    .filter((one) => one.at >= from && one.at < to && JSON.stringify(one).toLowerCase().includes(sought))
    .sort((a, b) => a.seq - b.seq);
}

async function folded(db: Database, order: Order): Promise<Moment[]> {
  const state = createRoomState();
  const found: Moment[] = [];
  for await (const events of everyEvent(db, { ...order, onProgress: () => {} }))
    for (const event of events) {
      fold(state, event);
      const moment = dayMoment(event, state);
      if (moment) found.push({ seq: event.seq, at: event.seenAt, ...moment });
    }
  for (const { seq, at, kind, subject, text, grounds } of state.alarms.list)
    found.push({ seq, at, what: 'alarm', alarm: { kind, subject, text, grounds } });
  return found;
}
