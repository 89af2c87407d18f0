import { type Filling, put, putNumber, putText } from '../sheet/batch.ts';
import { isSafeStart } from '../sheet/csv.ts';
import { maskedWords, putBadges, putMaskedName } from './mask-raw.ts';
import { fields, numberIn, type RawEvent } from './raw-event.ts';

const { at, nick, userId, text, anchor, badges, source, id, what, item, count } = fields;
/** What viewers and platforms worded. */
const free = { comment: [nick, userId, text, badges, id], audience: [nick, userId, item, id] };
const encoder = new TextEncoder();
const [quote, comma, blank, bracket] = [0x22, 0x2c, 0x20, 0x5b];
const kinds = { comment: encoder.encode('","comment",'), audience: encoder.encode('","audience",') };
const [none, yes] = [encoder.encode('"",'), encoder.encode('1,')];
const [noMarks, noDetail, lineEnd] = ['"","","",', '""\r\n', '"\r\n'].map((part) => encoder.encode(part));

/** Most bytes that a line has beyond those of its event. */
export const moreOfLine = 128;

/**
 * Writes an event's line as `lineOf` would. False, with nothing written, where the event has to be parsed for that:
 * something in it does not stand in a table as it stands in the log.
 */
export function putLine(
  filling: Filling,
  raw: RawEvent,
  seq: number,
  { mask, putTime }: { mask: boolean; putTime(filling: Filling, ms: number): void },
): boolean {
  if (!free[raw.kind].every((field) => isFit(raw, field))) return false;
  const words = mask ? maskedWords(raw) : undefined;
  if (words === null) return false;
  putNumber(filling, seq);
  filling.bytes[filling.at++] = comma;
  filling.bytes[filling.at++] = quote;
  putTime(filling, numberIn(raw, at));
  putAll(filling, kinds[raw.kind]);
  if (mask) {
    filling.bytes[filling.at++] = quote;
    putMaskedName(filling, raw);
    filling.bytes[filling.at++] = quote;
    filling.bytes[filling.at++] = comma;
    putAll(filling, none);
  } else {
    putField(filling, raw, nick);
    putField(filling, raw, userId);
  }
  if (raw.kind === 'comment') {
    if (words === undefined) putField(filling, raw, text);
    else putWords(filling, words);
    putAll(filling, raw.begins[anchor] ? yes : none);
    filling.bytes[filling.at++] = quote;
    putBadges(filling, raw);
    filling.bytes[filling.at++] = quote;
    filling.bytes[filling.at++] = comma;
    putField(filling, raw, source);
    putField(filling, raw, id);
    putAll(filling, noDetail!);
  } else {
    putField(filling, raw, item);
    putAll(filling, noMarks!);
    putField(filling, raw, id);
    filling.bytes[filling.at++] = quote;
    put(filling, raw.bytes, raw.begins[what]!, raw.ends[what]!);
    filling.bytes[filling.at++] = blank;
    putNumber(filling, raw.begins[count] ? numberIn(raw, count) : 1);
    putAll(filling, lineEnd!);
  }
  return true;
}

/** Whether a field may stand between quotes as it is; what is not there may. */
function isFit({ bytes, begins, ends, isEscaped }: RawEvent, field: number): boolean {
  const from = begins[field]!;
  if (from === ends[field]) return true;
  // of a list, its first text
  const start = bytes[from] === bracket ? from + 2 : from;
  return !isEscaped[field] && isSafeStart(bytes[start]!, bytes[start + 1]!);
}

function putField(filling: Filling, { bytes, begins, ends }: RawEvent, field: number): void {
  filling.bytes[filling.at++] = quote;
  put(filling, bytes, begins[field]!, ends[field]!);
  filling.bytes[filling.at++] = quote;
  filling.bytes[filling.at++] = comma;
}

function putWords(filling: Filling, words: string): void {
  filling.bytes[filling.at++] = quote;
  putText(filling, words);
  filling.bytes[filling.at++] = quote;
  filling.bytes[filling.at++] = comma;
}

const putAll = (filling: Filling, bytes: Uint8Array): void => put(filling, bytes, 0, bytes.length);
