import { type Filling, put, putText } from '../sheet/batch.ts';
import { maskWords } from './mask.ts';
import { mayHold } from './quick-look.ts';
import { fields, type RawEvent } from './raw-event.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const stars = encoder.encode('***');
const idKey = encoder.encode(',"userId":"');
const [quote, backslash, blank] = [0x22, 0x5c, 0x20];

/** JSON has it by its number. */
const halfCharacter = /\p{Surrogate}/u;

/**
 * What a viewer's words become where something in them is masked, as they stand in JSON between quotes and no longer than
 * before; undefined where they stay as they are, null where the event must be parsed to know.
 */
export function maskedWords({ kind, bytes, begins, ends, isEscaped }: RawEvent): string | null | undefined {
  if (kind !== 'comment' || begins[fields.anchor]! > 0) return undefined;
  const [from, end] = [begins[fields.text]!, ends[fields.text]!];
  if (!mayHold(bytes, from, end)) return undefined;
  if (isEscaped[fields.text]) return null;
  const text = decoder.decode(bytes.subarray(from, end));
  const masked = maskWords(text);
  if (masked === text) return undefined;
  return halfCharacter.test(masked) ? null : masked;
}

/** Writes an event from its brace up to but without the last one, masked just as `maskEvent` does it; `words` as above. */
export function putMasked(filling: Filling, raw: RawEvent, words: string | undefined): void {
  const { bytes, begins, end } = raw;
  let done = raw.from;
  for (const next of inTurn(begins)) {
    if (next === fields.userId) done = leaveOut(filling, raw, done);
    else if (next === fields.nick) done = shorten(filling, raw, done);
    else if (words !== undefined) done = replaceWords(filling, raw, done, words);
  }
  put(filling, bytes, done, end - 1);
}

const usual = [fields.userId, fields.nick, fields.text];

/** The fields that are masked, in the order in which they stand. */
const inTurn = (begins: Int32Array): readonly number[] =>
  begins[fields.userId]! < begins[fields.nick]! && begins[fields.nick]! < begins[fields.text]!
    ? usual
    : usual.toSorted((a, b) => begins[a]! - begins[b]!);

function replaceWords(
  filling: Filling,
  { bytes, begins, ends }: RawEvent,
  done: number,
  words: string,
): number {
  put(filling, bytes, done, begins[fields.text]!);
  putText(filling, words);
  return ends[fields.text]!;
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
