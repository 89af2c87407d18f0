import { type Batch, put, putNumber } from '../sheet/batch.ts';
import { lineOf } from './lines.ts';
import { maskEvent } from './mask.ts';
import { maskedWords, putMasked } from './mask-raw.ts';
import type { RawPage } from './order.ts';
import { isAt } from './raw-event.ts';
import type { Cut } from './raw-page.ts';

const encoder = new TextEncoder();
const seqField = encoder.encode(',"seq":');
/** Kinds that tell of viewers. */
const told = ['{"kind":"comment"', '{"kind":"audience"', '{"kind":"lack"'].map((head) =>
  encoder.encode(head),
);
const [brace, lineFeed] = [0x7d, 0x0a];
/** `,"seq":`, fifteen digits, `}` and a line feed, and the stars of a name. */
const more = 64;

/**
 * Writes a page's events as lines, numbered by a `seq` that comes last, without parsing them; masked on the way
 * where that is asked for.
 */
export async function writeLines(page: RawPage, cut: Cut, mask: boolean, batch: Batch): Promise<void> {
  const { bytes, first, count } = page;
  for (let i = 0; i < count; i++) {
    if (cut.begins) {
      const [from, end] = [cut.begins[i]!, cut.begins[i + 1]! - 1];
      const filling = batch.roomNow(end - from + more) ?? (await batch.room(end - from + more));
      const raw = mask ? cut.rawAt(i) : null;
      const words = raw ? maskedWords(raw) : mask && isTold(bytes, from) ? null : undefined;
      if (words !== null) {
        if (raw) putMasked(filling, raw, words);
        else put(filling, bytes, from, end - 1);
        put(filling, seqField, 0, seqField.length);
        putNumber(filling, first + i);
        filling.bytes[filling.at++] = brace;
        filling.bytes[filling.at++] = lineFeed;
        continue;
      }
    }
    const event = cut.eventAt(i);
    await batch.text(`${lineOf(mask ? maskEvent(event) : event)}\n`);
  }
}

const isTold = (bytes: Uint8Array, from: number): boolean => told.some((head) => isAt(bytes, from, head));
