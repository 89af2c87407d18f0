import type { LoggedEvent } from '../model.ts';
import { type Batch, type Filling, put } from '../sheet/batch.ts';
import { maskEvent } from './mask.ts';
import { maskRaw } from './mask-raw.ts';

/** A page's events as they lie there: JSON objects joined by commas, as UTF-8. */
export interface RawPage {
  first: number;
  count: number;
  bytes: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Where one event ends and the next begins: no text can hold it, because a quote within a text is written \". */
const seam = encoder.encode('},{"kind":"');
const opening = encoder.encode('{"kind":"');
const brace = 0x7d;
/** `,"seq":`, fifteen digits, `}` and a line feed, and what masking may add to one event. */
const more = 64;

/** Where the events of a page begin; null when some other hand wrote them. */
function beginnings({ bytes, count }: RawPage): Uint32Array | null {
  const begins = new Uint32Array(count + 1);
  if (!isAt(bytes, 0, opening)) return null;
  let found = 1;
  for (let at = bytes.indexOf(brace); at >= 0; at = bytes.indexOf(brace, at + 1))
    if (isAt(bytes, at, seam)) {
      if (found >= count) return null;
      begins[found++] = at + 2;
    }
  begins[count] = bytes.length + 1;
  return found === count ? begins : null;
}

function isAt(bytes: Uint8Array, at: number, sought: Uint8Array): boolean {
  for (let i = 0; i < sought.length; i++) if (bytes[at + i] !== sought[i]) return false;
  return true;
}

/**
 * Writes a page's events as lines, numbered by a `seq` that comes last, without parsing them; masked on the way
 * where that is asked for.
 */
export async function writeLines(page: RawPage, mask: boolean, batch: Batch): Promise<void> {
  const { bytes, first, count } = page;
  const begins = beginnings(page);
  if (!begins) {
    const events = JSON.parse(`[${decoder.decode(bytes)}]`) as LoggedEvent[];
    for (const [i, event] of events.entries()) await batch.text(parsedLine(event, first + i, mask));
    return;
  }
  // names grow by three stars at most, and what is starred never
  const filling = await batch.room(bytes.length + more * count);
  for (let i = 0; i < count; i++) {
    const [from, end] = [begins[i]!, begins[i + 1]! - 1];
    if (mask) maskRaw(bytes, from, end - 1, filling);
    else put(filling, bytes, from, end - 1);
    filling.bytes.set(seqField, filling.at);
    filling.at += seqField.length;
    putNumber(filling, first + i);
    filling.bytes[filling.at++] = brace;
    filling.bytes[filling.at++] = 0x0a;
  }
}

const seqField = encoder.encode(',"seq":');

const parsedLine = (event: LoggedEvent, seq: number, mask: boolean): string => {
  const logged = Object.assign(event, { seq });
  return `${JSON.stringify(mask ? maskEvent(logged) : logged)}\n`;
};

function putNumber(filling: Filling, value: number): void {
  let digits = 1;
  for (let ten = 10; ten <= value; ten *= 10) digits++;
  let rest = value;
  for (let i = digits - 1; i >= 0; i--) {
    filling.bytes[filling.at + i] = 0x30 + (rest % 10);
    rest = Math.floor(rest / 10);
  }
  filling.at += digits;
}
