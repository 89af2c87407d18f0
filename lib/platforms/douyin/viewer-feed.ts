import { bytesOf, isGzip } from '../packed/bytes.ts';
import { gunzip } from '../packed/gunzip.ts';
import type { Goods, Reading, Traffic } from '../platform.ts';
import { type Deed, deeds } from './frames/deeds.ts';
import { frame, messageLimit, response } from './frames/push.ts';

const nothing: Reading = { metrics: [], malformed: 0, oversized: 0 };
const broken: Reading = { ...nothing, malformed: 1 };
const tooBig: Reading = { ...nothing, oversized: 1 };

/** Bytes that one frame may unpack to; real ones have some thousands. */
const ceiling = 4_000_000;

/** Reads a frame of the viewers' socket, or an answer of the fetch that stands in for it. */
export function readViewer({ via, url, body, seenAt }: Traffic): Reading | Promise<Reading> {
  if (via !== 'frame') return nothing;
  if (body === '') return tooBig;
  const bytes = bytesOf(body);
  if (!bytes) return broken;
  const about = { room: /[?&]room_id=([1-9]\d{0,31})\b/.exec(url)?.[1], seenAt };
  if (url.includes('/im/fetch/')) return unpack(bytes, about);
  try {
    const { kind, payload } = frame.whole(bytes);
    return kind === 'msg' && payload ? unpack(payload, about) : nothing;
  } catch {
    return broken;
  }
}

interface About {
  /** as the address names it */
  room: string | undefined;
  seenAt: number;
}

function unpack(payload: Uint8Array<ArrayBuffer>, about: About): Reading | Promise<Reading> {
  if (!isGzip(payload)) return readResponse(payload, about);
  return gunzip(payload, ceiling).then((plain) => (plain ? readResponse(plain, about) : broken));
}

function readResponse(bytes: Uint8Array, { room, seenAt }: About): Reading {
  let answer: ReturnType<typeof response.whole>;
  try {
    answer = response.whole(bytes);
  } catch {
    return broken;
  }
  const { messages = [], now } = answer;
  const found: Deed[] = [];
  let malformed = 0;
  for (const { method = '', payload, id } of messages) {
    const read = deeds.get(method);
    if (!read) continue;
    try {
      found.push(read(payload ?? new Uint8Array(), { id, now, seenAt }));
    } catch {
      // one broken message spoils none of the others
      malformed += 1;
    }
  }
  const reading = sum(found, room);
  reading.malformed += malformed;
  if (messages.length >= messageLimit) reading.oversized += 1;
  return reading;
}

/** List and card are pushed apart. */
function together(before: Goods | undefined, { part, ...after }: Goods): Goods {
  if (!before) return { ...after, ...(part && { part }) };
  const isWhole = !part || !before.part;
  const items = after.items.length > 0 ? after.items : before.items;
  return { ...before, ...after, items, ...(isWhole ? { part: undefined } : { part: true }) };
}

/** All messages of an answer together; of a figure told twice the last counts. */
function sum(found: readonly Deed[], room: string | undefined): Reading {
  const said = [];
  const did = [];
  const figures = new Map<Reading['metrics'][number]['name'], number>();
  const refused = { malformed: 0, oversized: 0, skip: 0 };
  const reading: Reading = { ...nothing };
  for (const deed of found) {
    if (typeof deed.said === 'string') refused[deed.said] += 1;
    else if (deed.said) said.push(deed.said);
    if (deed.did) did.push(deed.did);
    if (deed.goods) reading.goods = together(reading.goods, deed.goods);
    if (deed.ended) reading.ended = true;
    for (const { name, value } of deed.metrics ?? []) figures.set(name, value);
    room ??= deed.roomId;
  }
  return {
    ...reading,
    said,
    did,
    metrics: [...figures].map(([name, value]) => ({ name, value })),
    malformed: refused.malformed,
    oversized: refused.oversized,
    ...(room !== undefined && { roomId: room }),
  };
}
