import type { Alarm } from '../alarm/alarm.ts';
import type { Database } from '../log/database.ts';
import type { LoggedEvent } from '../model.ts';
import type { FeedRow, RoomState, Turn } from '../room/state.ts';

/** A run of events that are worked up at once, and the room after them. */
export interface Stretch {
  session: string;
  /** seq of the first event; records that could not be read leave holes */
  first: number;
  /** seqs it covers */
  count: number;
  events: readonly LoggedEvent[];
  /** its comments as they were read, in order of seq */
  rows: readonly FeedRow[];
  /** what became of questions and replies by these events: what `fold` told its third argument */
  turns: readonly Turn[];
  /** alarms that they raised or changed, as they stand after them */
  alarms: readonly Alarm[];
  /** the shelf as it stood before the first of them */
  goods: RoomState['goods'];
  /** the room after the stretch; it changes with the next one, and must not be kept or changed */
  state: RoomState;
}

/** Tables that makers fill: a record for each stretch, or now and then some. */
export type MadeTable = 'checkpoints' | 'signs' | 'digests' | 'moments' | 'readings';

export type Made = object | readonly object[] | null;

/** Works something out from stretches, to be kept beside the log and thrown away with it. */
export interface Maker {
  table: MadeTable;
  /** another version than the one that was kept: everything is made again */
  version: number;
  /** Sees the room after each event of a stretch, which may be walked again; it changes with the next one. */
  see?(state: RoomState): void;
  /** The records to be kept, with their `session` and key; null where this stretch needs none. */
  make(stretch: Stretch): Made | Promise<Made>;
  /** Called when a session that is over is worked up whole, and may be again: puts its records in order. */
  finish?(db: Database, session: string): Promise<void>;
}
