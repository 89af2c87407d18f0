import { AudienceEvent, CommentEvent } from '../model.ts';

type Field = Exclude<keyof CommentEvent | keyof AudienceEvent, 'kind'>;

/** A comment, or what a viewer did, where it lies in a page: nothing of it was made into strings. */
export interface RawEvent {
  kind: 'comment' | 'audience';
  bytes: Uint8Array;
  /** from its brace to behind the other one */
  from: number;
  end: number;
  /** where the value of each of `fields` stands, of a string without its quotes; 0 where there is none */
  begins: Int32Array;
  ends: Int32Array;
  /** by field: a string, or one in a list, is not written as it is */
  isEscaped: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const keysOf = (schema: { shape: object }) =>
  Object.keys(schema.shape).filter((key): key is Field => key !== 'kind');
const names = [...new Set([...keysOf(CommentEvent), ...keysOf(AudienceEvent)])];

/** The numbers of the fields. */
export const fields = Object.fromEntries(names.map((name, i) => [name, i])) as Record<Field, number>;

/** A text as the words of four bytes that it takes to know it, and where each stands: the last may overlap another. */
interface Sought {
  length: number;
  places: readonly number[];
  words: readonly number[];
}

function soughtOf(text: string): Sought {
  const bytes = encoder.encode(text);
  const { length } = bytes;
  const places = Array.from({ length: Math.ceil(length / 4) }, (_, i) => Math.min(4 * i, length - 4));
  const view = viewOf(bytes);
  return { length, places, words: places.map((place) => view.getInt32(place)) };
}

const viewOf = ({ buffer, byteOffset, length }: Uint8Array) => new DataView(buffer, byteOffset, length);

/** As `isAt`, four bytes at a time: to know its keys is half of reading an event in place. */
function isIn(view: DataView, at: number, { length, places, words }: Sought): boolean {
  if (at + length > view.byteLength) return false;
  for (let i = 0; i < words.length; i++) if (view.getInt32(at + places[i]!) !== words[i]) return false;
  return true;
}

const shapeOf = (schema: typeof CommentEvent | typeof AudienceEvent) => ({
  kind: schema.shape.kind.value,
  head: soughtOf(`{"kind":"${schema.shape.kind.value}"`),
  keys: keysOf(schema).map((name) => ({ field: fields[name], spelled: soughtOf(`,"${name}":`) })),
});
const [comment, audience] = [shapeOf(CommentEvent), shapeOf(AudienceEvent)];
const [quote, backslash, comma, brace, bracket] = [0x22, 0x5c, 0x2c, 0x7d, 0x5b];

/**
 * Reads the fields of an event in place; null where it is of another kind or has another spelling than the log's own,
 * and has to be parsed. What it gives holds until it is called again.
 */
export function createRawReader(): (bytes: Uint8Array, from: number, end: number) => RawEvent | null {
  const [begins, ends] = [new Int32Array(names.length), new Int32Array(names.length)];
  const isEscaped = new Uint8Array(names.length);
  const raw: RawEvent = {
    kind: 'comment',
    bytes: new Uint8Array(0),
    from: 0,
    end: 0,
    begins,
    ends,
    isEscaped,
  };

  let view = viewOf(raw.bytes);

  return (bytes, from, end) => {
    if (bytes !== raw.bytes) {
      raw.bytes = bytes;
      view = viewOf(bytes);
    }
    const shape = isIn(view, from, comment.head) ? comment : audience;
    if (shape === audience && !isIn(view, from, audience.head)) return null;
    // for so few, three calls of `fill` take longer
    for (let field = 0; field < names.length; field++) begins[field] = ends[field] = isEscaped[field] = 0;
    const { keys } = shape;
    let at = from + shape.head.length;
    for (let next = 0; bytes[at] === comma; ) {
      let tried = 0;
      // they nearly always come in the schema's order
      while (tried < keys.length && !isIn(view, at, keys[next]!.spelled)) {
        next = (next + 1) % keys.length;
        tried++;
      }
      if (tried === keys.length) return null;
      const { field, spelled } = keys[next]!;
      next = (next + 1) % keys.length;
      at += spelled.length;
      const first = bytes[at]!;
      begins[field] = at;
      if (first === quote) {
        begins[field] = ++at;
        for (; at < end && bytes[at] !== quote; at++)
          if (bytes[at] === backslash) {
            isEscaped[field] = 1;
            at++;
          }
        ends[field] = at++;
        continue;
      }
      if (first >= 0x30 && first <= 0x39) while (bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++;
      else if (first === 0x74) at += 4;
      else if (first === bracket) {
        let isOpen = false;
        for (at++; at < end && (isOpen || bytes[at] !== bracket + 2); at++) {
          const unit = bytes[at];
          if (unit === quote) isOpen = !isOpen;
          else if (!isOpen && unit !== comma) return null;
          else if (unit === backslash) {
            isEscaped[field] = 1;
            at++;
          }
        }
        at++;
      } else return null;
      ends[field] = at;
    }
    if (at !== end - 1 || bytes[at] !== brace) return null;
    raw.kind = shape.kind;
    raw.from = from;
    raw.end = end;
    return raw;
  };
}

/** The text that a field is. */
export const textIn = ({ bytes, begins, ends }: RawEvent, field: number): string =>
  JSON.parse(decoder.decode(bytes.subarray(begins[field]! - 1, ends[field]! + 1)));

/** The whole number that a field is. */
export function numberIn({ bytes, begins, ends }: RawEvent, field: number): number {
  let value = 0;
  for (let at = begins[field]!; at < ends[field]!; at++) value = value * 10 + bytes[at]! - 0x30;
  return value;
}

export function isAt(bytes: Uint8Array, at: number, sought: Uint8Array): boolean {
  for (let i = 0; i < sought.length; i++) if (bytes[at + i] !== sought[i]) return false;
  return true;
}
