import { type Filling, put } from '../sheet/batch.ts';
import { maskWords } from './mask.ts';
import { mayHold } from './quick-look.ts';
import { fields, type RawEvent } from './raw-event.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const stars = encoder.encode('***');
const idKey = encoder.encode(',"userId":"');
const [quote, backslash, blank] = [0x22, 0x5c, 0x20];

/** Whether a viewer's words have to be masked, so that the event must be parsed; of escaped ones whether they might. */
export function mustMaskWords({ kind, bytes, begins, ends, isEscaped }: RawEvent): boolean {
  if (kind !== 'comment' || begins[fields.anchor]! > 0) return false;
  const [from, end] = [begins[fields.text]!, ends[fields.text]!];
  if (!mayHold(bytes, from, end)) return false;
  if (isEscaped[fields.text]) return true;
  const text = decoder.decode(bytes.subarray(from, end));
  return maskWords(text) !== text;
}

/** Writes an event from its brace up to but without the last one, masked just as `maskEvent` does it but for its words. */
export function putMasked(filling: Filling, raw: RawEvent): void {
  const isIdFirst = raw.begins[fields.userId]! < raw.begins[fields.nick]!;
  const done = isIdFirst
    ? shorten(filling, raw, leaveOut(filling, raw, raw.from))
    : leaveOut(filling, raw, shorten(filling, raw, raw.from));
  put(filling, raw.bytes, done, raw.end - 1);
}

/** Writes what is left between the quotes of a masked name. */
export function putMaskedName(filling: Filling, { bytes, begins }: RawEvent): void {
  const from = begins[fields.nick]!;
  const shown = firstLength(bytes, from);
  if (from === 0 || shown === 0) return;
  put(filling, bytes, from, from + shown);
  put(filling, stars, 0, stars.length);
}

/** Writes what stands from `done` up to the user id, and tells from where to go on. */
function leaveOut(filling: Filling, { bytes, begins, ends }: RawEvent, done: number): number {
  const from = begins[fields.userId]!;
  if (from === 0) return done;
  put(filling, bytes, done, from - idKey.length);
  return ends[fields.userId]! + 1;
}

function shorten(filling: Filling, raw: RawEvent, done: number): number {
  const from = raw.begins[fields.nick]!;
  if (from === 0) return done;
  put(filling, raw.bytes, done, from);
  putMaskedName(filling, raw);
  return raw.ends[fields.nick]!;
}

/** Bytes of a name's first character as JSON has it; 0 of an empty one. */
function firstLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first === quote) return 0;
  if (first === backslash) return bytes[at + 1] === 0x75 ? 6 : 2;
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** Writes the texts of the badges with blanks between; none of them is escaped. */
export function putBadges(filling: Filling, { bytes, begins, ends }: RawEvent): void {
  let isOpen = false;
  for (let i = begins[fields.badges]! + 1; i < ends[fields.badges]! - 1; i++)
    if (bytes[i] === quote) isOpen = !isOpen;
    else filling.bytes[filling.at++] = isOpen ? bytes[i]! : blank;
}
