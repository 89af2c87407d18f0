import protobuf from 'protobufjs/minimal.js';

/** A row of the viewers' page. */
export interface Row {
  key: number;
  nick: string;
  text: string;
}

/** What the page makes of one answer. */
export interface Opened {
  cursor: string;
  said: { id: string; nick: string; text: string }[];
}

type Fields = Map<number, (string | Uint8Array | bigint)[]>;

/** Opens a message without knowing its table; numbers as BigInt, all else as bytes. */
function fieldsOf(bytes: Uint8Array): Fields {
  const reader = protobuf.Reader.create(bytes);
  const fields: Fields = new Map();
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    const values = fields.get(tag >>> 3) ?? [];
    fields.set(tag >>> 3, values);
    if ((tag & 7) === 0) values.push(varint(reader));
    else if ((tag & 7) === 2) values.push(reader.bytes());
    else reader.skipType(tag & 7);
  }
  return fields;
}

/** By hand: the reader gives numbers, and ids are longer. */
function varint(reader: protobuf.Reader): bigint {
  let value = 0n;
  for (let shift = 0n; ; shift += 7n) {
    const byte = BigInt(reader.buf[reader.pos++] ?? 0);
    value |= (byte & 127n) << shift;
    if (byte < 128n) return value;
  }
}

const bytes = (fields: Fields, field: number) => {
  const value = fields.get(field)?.at(-1);
  return value instanceof Uint8Array ? value : null;
};
const text = (fields: Fields, field: number) => {
  const value = bytes(fields, field);
  return value ? new TextDecoder().decode(value) : '';
};
const inner = (fields: Fields, field: number): Fields => {
  const value = bytes(fields, field);
  return value ? fieldsOf(value) : new Map();
};

export interface Frame {
  kind: string;
  logId: bigint;
  payload: Uint8Array;
}

export function openFrame(frame: ArrayBuffer): Frame {
  const fields = fieldsOf(new Uint8Array(frame));
  const logId = fields.get(2)?.at(-1);
  return {
    kind: text(fields, 7),
    logId: typeof logId === 'bigint' ? logId : 0n,
    payload: bytes(fields, 8) ?? new Uint8Array(),
  };
}

export async function gunzip(packed: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>]).stream();
  return new Uint8Array(
    await new Response(stream.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer(),
  );
}

export function openAnswer(answer: Uint8Array): Opened {
  const fields = fieldsOf(answer);
  const said = (fields.get(1) ?? []).flatMap((value) => {
    const message = fieldsOf(value as Uint8Array);
    const words = spoken[text(message, 1)];
    if (!words) return [];
    const chat = inner(message, 2);
    const id = String(message.get(3)?.at(-1) ?? '');
    return [{ id, nick: text(inner(chat, 2), 3), text: words(chat) }];
  });
  return { cursor: text(fields, 2), said };
}

/** Where the text of a message stands, by its method. */
const spoken: Record<string, (chat: Fields) => string> = {
  WebcastChatMessage: (chat) =>
    text(chat, 3) || rich(inner(chat, 22)) || rich(inner(chat, 40)) || rich(inner(chat, 41)),
  WebcastEmojiChatMessage: (chat) => text(chat, 5) || rich(inner(chat, 4)),
};

const rich = (fields: Fields): string =>
  (fields.get(4) ?? [])
    .map((piece) => fieldsOf(piece as Uint8Array))
    .map((piece) => text(piece, 3) || text(piece, 11))
    .join('');

/** What the page answers a frame with. */
export function ackOf(logId: bigint): Uint8Array<ArrayBuffer> {
  const out = [0x10];
  for (let rest = logId; ; rest >>= 7n) {
    const isLast = rest < 128n;
    out.push(Number(rest & 127n) | (isLast ? 0 : 128));
    if (isLast) break;
  }
  return new Uint8Array([...out, 0x3a, 3, ...new TextEncoder().encode('ack')]);
}
