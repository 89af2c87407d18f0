import type { Maker } from '../index/maker.ts';
import type { Database, StoredReadings } from '../log/database.ts';
import { readComment } from '../reply/read.ts';
import { type Intent, intents, type Reading } from '../reply/types.ts';

const version = 1;
const sentiments = ['positive', 'neutral', 'negative'] as const;

/** What a row of a table says of a comment. */
export type Sense = Pick<Reading, 'intent' | 'sentiment'>;

/** Keeps a byte for each event: how its comment was read, so that a table need not read a million anew. */
export const readingMaker: Maker = {
  table: 'readings',
  version,
  make({ session, first, count, rows }): StoredReadings {
    const bytes = new Uint8Array(count);
    for (const { seq, reading } of rows) bytes[seq - first] = byteOf(reading);
    return { session, first, count, version, bytes };
  },
};

/** How the comments of a session were read; those the index has not come to are read now. */
export async function readReadings(
  db: Database,
  session: string,
  events: number,
): Promise<(seq: number, text: () => string) => Sense> {
  const all = new Uint8Array(events);
  const kept = await db.readings
    .where(':id')
    .between([session, 0], [session, Number.MAX_SAFE_INTEGER], true, true)
    .toArray();
  for (const { first, bytes, version: made } of kept)
    if (made === version && first + bytes.length <= events) all.set(bytes, first);
  return (seq, text) => senseIn(all[seq]) ?? readComment(text());
}

/** 0 stands for what was not read. */
const byteOf = ({ intent, sentiment }: Sense): number =>
  1 + intents.indexOf(intent) * sentiments.length + sentiments.indexOf(sentiment);

function senseIn(byte: number | undefined): Sense | null {
  if (!byte) return null;
  const intent: Intent | undefined = intents[Math.floor((byte - 1) / sentiments.length)];
  const sentiment = sentiments[(byte - 1) % sentiments.length];
  return intent && sentiment ? { intent, sentiment } : null;
}
