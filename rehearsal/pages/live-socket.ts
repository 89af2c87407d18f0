import protobuf from 'protobufjs/minimal';
import { boot, note } from './boot.ts';

/** What a viewer's page of Kuaishou draws. */
export interface Row {
  key: string;
  nick: string;
  text: string;
  kind: 'comment' | 'gift' | 'like';
}

type Bag = Record<number, unknown[]>;

/** Reads a message without its table: numbers as they are, the rest as bytes. Code made at run time is not allowed here. */
function fieldsOf(bytes: Uint8Array): Bag {
  const reader = protobuf.Reader.create(bytes);
  const bag: Bag = {};
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    const values = bag[tag >>> 3] ?? [];
    bag[tag >>> 3] = values;
    if ((tag & 7) === 0) values.push(reader.uint64().toString());
    else if ((tag & 7) === 2) values.push(reader.bytes());
    else reader.skipType(tag & 7);
  }
  return bag;
}
const inner = (bag: Bag, number: number): Bag[] =>
  (bag[number] ?? []).map((value) => fieldsOf(value as Uint8Array));
const textIn = (bag: Bag | undefined, number: number): string => {
  const value = bag?.[number]?.[0];
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value ?? '');
};

/** Listens at the viewers' socket until told to stop; reconnects by itself. */
export function listen(roomId: string, take: (rows: Row[]) => void): () => void {
  const raw = Uint8Array.from(atob(boot.key), (char) => char.charCodeAt(0));
  const key = crypto.subtle.importKey('raw', raw, 'AES-CBC', false, ['decrypt']);
  const iv = Uint8Array.from(raw).reverse();
  let socket: WebSocket | undefined;
  let retry: ReturnType<typeof setTimeout>;
  let stopped = false;

  async function receive(data: ArrayBuffer) {
    try {
      const frame = fieldsOf(new Uint8Array(data));
      const payload = await plain(frame);
      if (stopped) return;
      const rows = rowsOf(Number(textIn(frame, 1)), fieldsOf(payload));
      for (const row of rows) if (row.kind === 'comment') note(row.key);
      if (rows.length > 0) take(rows);
      const cursor = textIn(frame, 15);
      if (cursor) socket?.send(say(1, cursor));
    } catch {
      // noise on the line; what was not acknowledged comes again
    }
  }

  async function plain(frame: Bag): Promise<Uint8Array> {
    const payload = (frame[3]?.[0] ?? new Uint8Array()) as Uint8Array<ArrayBuffer>;
    if (textIn(frame, 2) === '3')
      return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, await key, payload));
    if (payload[0] !== 0x1f || payload[1] !== 0x8b) return payload;
    const stream = new Blob([payload]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  async function connect() {
    const query = new URLSearchParams({ caver: '2', liveStreamId: roomId, __NS_hxfalcon: 'HUDR_stage' });
    const answer = await fetch(`/live_api/liveroom/websocketinfo?${query}`);
    const { data } = (await answer.json()) as { data: { result: number; websocketUrls?: string[] } };
    const url = data.websocketUrls?.[0];
    if (stopped || !url) return;
    socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    let queue = Promise.resolve();
    socket.onopen = () => socket?.send(say(200, ''));
    socket.onmessage = ({ data }) => {
      queue = queue.then(() => receive(data as ArrayBuffer));
    };
    socket.onclose = () => {
      if (!stopped) retry = setTimeout(connect, 1000);
    };
  }

  void connect();
  return () => {
    stopped = true;
    clearTimeout(retry);
    socket?.close();
  };
}

const say = (payloadType: number, cursor: string) => {
  const writer = protobuf.Writer.create().uint32(8).int32(payloadType);
  return (cursor ? writer.uint32(122).string(cursor) : writer).finish() as Uint8Array<ArrayBuffer>;
};

function rowsOf(type: number, push: Bag): Row[] {
  const nickOf = (item: Bag) => textIn(inner(item, 2)[0], 2);
  if (type === 310)
    return [
      ...inner(push, 5)
        .filter((item) => textIn(item, 7) !== '2')
        .map((item) => comment(textIn(item, 1), nickOf(item), textIn(item, 3), textIn(item, 5))),
      ...inner(push, 9).map((item) => deed(item, 'gift', `送出${textIn(inner(item, 19)[0], 5)}`)),
      ...inner(push, 8).map((item) => deed(item, 'like', '点亮了爱心')),
    ];
  if (type !== 829) return [];
  return inner(push, 1)
    .filter((item) => textIn(item, 6) === '')
    .map((item) => {
      const pieces = inner(item, 7).flatMap((segment) => inner(segment, 1).map((piece) => textIn(piece, 1)));
      const nick = (pieces[0] ?? '').replace(/：$/, '');
      return comment(textIn(item, 1).replace(/^.*_/, ''), nick, pieces.slice(1).join(''), textIn(item, 3));
    });

  function comment(id: string, nick: string, text: string, at: string): Row {
    return { key: id || `${nick} ${text} ${at}`, nick, text, kind: 'comment' };
  }
  function deed(item: Bag, kind: 'gift' | 'like', text: string): Row {
    return { key: textIn(item, 1), nick: nickOf(item), text, kind };
  }
}
