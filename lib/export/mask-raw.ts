import { type Filling, put } from '../sheet/batch.ts';
import { maskWords } from './mask.ts';
import { mayHold } from './quick-look.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const [quote, backslash, comma, brace, bracket] = [0x22, 0x5c, 0x2c, 0x7b, 0x5b];
const named = ['{"kind":"comment"', '{"kind":"audience"', '{"kind":"lack"'].map((head) =>
  encoder.encode(head),
);
const keys = { userId: encoder.encode('userId'), nick: encoder.encode('nick'), text: encoder.encode('text') };
const anchorKey = encoder.encode('anchor');
const stars = encoder.encode('***"');

/**
 * Writes one event of a page, from its brace up to but without the last one, masked just as `maskEvent` does it,
 * without reading what needs no masking.
 */
export function maskRaw(bytes: Uint8Array, from: number, end: number, filling: Filling): void {
  const kind = named.findIndex((head) => starts(bytes, from, head));
  if (kind < 0) {
    put(filling, bytes, from, end);
    return;
  }
  const isLack = kind === 2;
  let done = from;
  let text: [from: number, to: number] | null = null;
  /** where the text stands in what is written, should it have to be */
  let textAt = 0;
  let isOurs = false;
  for (let at = from + 1; at < end; ) {
    const key = at + 1;
    const keyEnd = bytes.indexOf(quote, key);
    const value = keyEnd + 2;
    const valueEnd = endOf(bytes, value, end);
    const length = keyEnd - key;
    if (length === 6 && !isLack && starts(bytes, key, keys.userId)) {
      put(filling, bytes, done, at);
      done = Math.min(end, valueEnd + 1);
    } else if (length === 4 && !isLack && starts(bytes, key, keys.nick)) {
      const shown = value + 1 + firstLength(bytes, value + 1);
      if (shown > value + 1) {
        put(filling, bytes, done, shown);
        put(filling, stars, 0, stars.length);
        done = valueEnd;
      }
    } else if (length === 4 && kind !== 1 && starts(bytes, key, keys.text)) {
      // what stands between is copied as it is
      textAt = filling.at + value - done;
      if (mayHold(bytes, value, valueEnd)) text = [value, valueEnd];
    } else if (length === 6 && starts(bytes, key, anchorKey)) isOurs = true;
    at = valueEnd + 1;
  }
  put(filling, bytes, done, Math.max(done, end));
  // a field that stood last leaves its comma behind
  if (filling.bytes[filling.at - 1] === comma) filling.at--;
  if (!text || isOurs) return;
  const written = decoder.decode(bytes.subarray(...text));
  const masked = maskedText(written);
  // what is starred is as long in characters, not in bytes
  if (masked === written) return;
  const tail = filling.bytes.slice(textAt + text[1] - text[0], filling.at);
  filling.at = textAt + encoder.encodeInto(masked, filling.bytes.subarray(textAt)).written;
  put(filling, tail, 0, tail.length);
}

/** A text as JSON has it, masked. */
function maskedText(written: string): string {
  if (!written.includes('\\')) return maskWords(written);
  const text = JSON.parse(written) as string;
  const masked = maskWords(text);
  return masked === text ? written : JSON.stringify(masked);
}

function starts(bytes: Uint8Array, at: number, sought: Uint8Array): boolean {
  for (let i = 0; i < sought.length; i++) if (bytes[at + i] !== sought[i]) return false;
  return true;
}

/** Where the value that begins at `at` ends. */
function endOf(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at];
  if (first === quote) return stringEnd(bytes, at, end);
  let depth = 0;
  for (let i = at; i < end; i++) {
    const unit = bytes[i];
    if (unit === quote) i = stringEnd(bytes, i, end) - 1;
    else if (unit === brace || unit === bracket) depth++;
    else if (unit === brace + 2 || unit === bracket + 2) depth--;
    else if (unit === comma && depth === 0) return i;
  }
  return end;
}

function stringEnd(bytes: Uint8Array, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    if (bytes[i] === backslash) i++;
    else if (bytes[i] === quote) return i + 1;
  }
  return end;
}

/** Bytes of a name's first character as JSON has it; 0 of an empty one. */
function firstLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first === quote) return 0;
  if (first === backslash) return bytes[at + 1] === 0x75 ? 6 : 2;
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}
