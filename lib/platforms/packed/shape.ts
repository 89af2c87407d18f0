import { PbfReader } from 'pbf';

/** Reads the value before which a reader stands; undefined when it is of another wire type, which skips it. */
export type Read<T> = (from: PbfReader) => T | undefined;

/** A field's number and reader; with a limit it may be repeated so many times. */
type Field = readonly [number: number, read: Read<unknown>, limit?: number];
type Table = Readonly<Record<string, Field>>;
type ValueOf<F extends Field> = F extends readonly [number, Read<infer T>, number]
  ? T[]
  : F[1] extends Read<infer T>
    ? T
    : never;

export interface Shape<T extends Table> extends Read<{ [K in keyof T]?: ValueOf<T[K]> }> {
  /** Reads bytes that are one such message and nothing else; throws when they are broken. */
  whole(bytes: Uint8Array): { [K in keyof T]?: ValueOf<T[K]> };
}

/**
 * A protobuf message by its table of fields: only these are read, in whatever order and company they come,
 * and each may be missing.
 */
export function shape<const T extends Table>(table: T): Shape<T> {
  const byNumber = new Map(
    Object.entries(table).map(([name, [number, ...rest]]) => [number, { name, rest }]),
  );

  function fields(from: PbfReader, end: number) {
    const found: Record<string, unknown> = {};
    for (let number = from.nextField(end); number !== 0; number = from.nextField(end)) {
      const wanted = byNumber.get(number);
      if (!wanted) continue;
      const [read, limit] = wanted.rest;
      const before = found[wanted.name] as unknown[] | undefined;
      if (limit !== undefined && before && before.length >= limit) continue;
      const value = read(from);
      if (value === undefined) continue;
      if (limit === undefined) found[wanted.name] = value;
      else if (before) before.push(value);
      else found[wanted.name] = [value];
    }
    if (from.pos !== end) throw new Error('Broken off.');
    return found as { [K in keyof T]?: ValueOf<T[K]> };
  }

  const read = (from: PbfReader) => {
    if (from.type !== delimited) return undefined;
    return fields(from, from.readVarint() + from.pos);
  };
  return Object.assign(read, {
    whole(bytes: Uint8Array) {
      const from = new PbfReader(bytes);
      return fields(from, from.length);
    },
  });
}

const varint = 0;
const delimited = 2;

export const text: Read<string> = (from) => (from.type === delimited ? from.readString() : undefined);

export const bytes: Read<Uint8Array<ArrayBuffer>> = (from) =>
  from.type === delimited ? (from.readBytes() as Uint8Array<ArrayBuffer>) : undefined;

/** A whole number; inexact above 2^53, so never for an id. */
export const number: Read<number> = (from) => (from.type === varint ? from.readVarint(true) : undefined);

/** An unsigned 64-bit id with all its digits; undefined for 0, which stands for none. */
export const digits: Read<string> = (from) => {
  if (from.type !== varint) return undefined;
  let low = 0;
  let high = 0;
  // 28 bits and 36: BigInt for each byte would be slow
  for (let i = 0; i < 10; i += 1) {
    const byte = from.buf[from.pos++] ?? Number.NaN;
    if (i < 4) low += (byte & 0x7f) * 2 ** (7 * i);
    else high += (byte & 0x7f) * 2 ** (7 * (i - 4));
    if (byte < 0x80) return high === 0 ? String(low || '') || undefined : String(join(high, low));
  }
  throw new Error('No number is that long.');
};

const join = (high: number, low: number) => BigInt.asUintN(64, (BigInt(high) << 28n) | BigInt(low));
