import { gunzipSync, gzipSync } from 'node:zlib';
import { pages } from '../../lib/platforms/index.ts';
import type { PlatformPage, Traffic } from '../../lib/platforms/platform.ts';
import { openRooms } from '../../rehearsal/backstage.ts';
import { createRandom, type Random } from '../../rehearsal/random.ts';
import { answerCompass } from '../../rehearsal/wire/compass.ts';
import { answerDouyin } from '../../rehearsal/wire/douyin.ts';
import { answerEos } from '../../rehearsal/wire/eos.ts';
import { framesOf } from '../../rehearsal/wire/live-frames.ts';
import { answerTaobao } from '../../rehearsal/wire/taobao.ts';
import { answerOf, frameOf } from '../../rehearsal/wire/webcast.ts';
import type { Answer, Backstage, Visit } from '../../rehearsal/wire/wire.ts';

/** Something a page could have received, spoiled. */
export interface Mutant {
  page: PlatformPage;
  /** how it was spoiled */
  kind: string;
  traffic: Traffic;
}

const evil = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '"><svg/onload=alert(1)>',
];
const deep = (depth: number) => `${'[{"a":'.repeat(depth)}0${'}]'.repeat(depth)}`;

/** What stands where something else belongs. */
const wrong: readonly unknown[] = [
  null,
  true,
  -1,
  2 ** 70,
  Number.MAX_SAFE_INTEGER,
  '9'.repeat(400),
  '',
  ' ',
  '长'.repeat(5000),
  [],
  {},
  [[[]]],
  { toString: 1, valueOf: 2, length: 9 },
  { __proto__: { content: 'polluted' } },
  ...evil,
];

interface Source {
  page: PlatformPage;
  url: string;
  /** JSON, or the bytes of a frame */
  body: string | Buffer;
  via: Traffic['via'];
}

/** `count` mutants of everything that the adapters read, the same for the same seed. */
export function* mutants(count: number, seed = 1): Generator<Mutant> {
  const random = createRandom(seed, 'mutants');
  const sources = collect(seed);
  const bombs = makeBombs();
  for (let i = 0; i < count; i += 1) {
    const { page, url, body, via } = sources[i % sources.length] as Source;
    const spoiled = typeof body === 'string' ? spoilText(body, random) : spoilBytes(body, bombs, random);
    yield { page, kind: spoiled.kind, traffic: { via, url, body: spoiled.body, seenAt: 1_795_340_000_000 } };
  }
}

function collect(seed: number): Source[] {
  const rooms = openRooms({ seed, rate: 200 }, () => 1_795_340_000_000);
  const stage = (platform: 'douyin' | 'taobao' | 'kuaishou') => rooms.get(platform) as Backstage;
  const pageOf = (address: string) => pages.find((page) => page.matches(new URL(address))) as PlatformPage;
  const json =
    (answer: (visit: Visit, stage: Backstage) => Answer | null, platform: 'douyin' | 'taobao') =>
    (page: string, url: string): Source => {
      const found = answer({ method: 'GET', url: new URL(url), body: '' }, stage(platform));
      if (!found) throw new Error(`The stage has no answer at ${url}.`);
      return {
        page: pageOf(page),
        url,
        body: String(found.body),
        via: platform === 'taobao' ? 'jsonp' : 'fetch',
      };
    };
  const console = 'https://buyin.jinritemai.com/dashboard/live/control';
  const screen = 'https://compass.jinritemai.com/screen/anchor/shop?live_room_id=1';
  const compass = 'https://compass.jinritemai.com';
  const eos = 'https://eos.douyin.com/livesite';
  const viewer = pageOf('https://live.douyin.com/646454278948');
  const portion = stage('douyin').room.read(null);
  const answer = Buffer.from(answerOf(portion, stage('douyin')));
  const live = stage('kuaishou');
  return [
    ...['comment/info?cursor=', 'livepc/promotions_v2', 'livepc/realtime', 'livepc/playinfo'].map((path) =>
      json(answerDouyin, 'douyin')(console, `https://buyin.jinritemai.com/api/anchor/${path}`),
    ),
    ...[
      'business_api/author/screen/anchor/message?x',
      'business_api/author/screen/anchor/live_comment?x',
      'business_api/author/screen/anchor/live_order_stream?x',
      'compass_api/content_live/author/live_screen/live_order?order_status=3',
      'compass_api/author/live/basic_live_screen/base_info?x',
      'compass_api/author/live/live_screen/core_data?x',
    ].map((path) => json(answerCompass, 'douyin')(screen, `${compass}/${path}`)),
    json(answerEos, 'douyin')(`${eos}/live/current`, `${eos}/api/comment/list`),
    json(answerTaobao, 'taobao')(
      'https://liveplatform.taobao.com/restful/index/live/control?liveId=1',
      'https://h5api.m.taobao.com/h5/mtop.taobao.iliad.comment.query.anchorlatest/3.0/?callback=mtopjsonp1&data=%7B%7D',
    ),
    ...Array.from(
      { length: 6 },
      (_, i): Source => ({
        page: viewer,
        url: 'wss://webcast5-ws-web-lf.douyin.com/webcast/im/push/v2/?room_id=1',
        body: frameOf(answer, i),
        via: 'frame',
      }),
    ),
    { page: viewer, url: 'https://live.douyin.com/webcast/im/fetch/?room_id=1', body: answer, via: 'frame' },
    ...framesOf(live.room.read(null), live, Buffer.alloc(16)).map(
      (body): Source => ({
        page: pageOf('https://live.kuaishou.com/u/KPL704668133'),
        url: 'wss://live-ws-pg-group1.kuaishou.com/websocket',
        body,
        via: 'frame',
      }),
    ),
  ];
}

interface Spoiled {
  kind: string;
  body: string;
}

function spoilText(text: string, random: Random): Spoiled {
  const kind = random.pick([
    'truncated',
    'flipped',
    'deep',
    'wrong type',
    'huge ids',
    'scripts in names',
    'whole',
  ]);
  if (kind === 'truncated') return { kind, body: text.slice(0, random.int(text.length)) };
  if (kind === 'flipped') {
    const at = random.int(text.length);
    return { kind, body: text.slice(0, at) + String.fromCharCode(random.int(0xffff)) + text.slice(at + 1) };
  }
  if (kind === 'huge ids')
    return { kind, body: text.replace(/\d{9,}/g, () => '9'.repeat(1 + random.int(60))) };
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}') + 1;
  const around = (inner: string) => text.slice(0, from) + inner + text.slice(to);
  if (kind === 'deep') {
    const places = [...text.matchAll(/[[{]/g)];
    const place = random.pick(places).index;
    return { kind, body: text.slice(0, place) + deep(1 + random.int(20_000)) + text.slice(place + 1) };
  }
  try {
    const value: unknown = JSON.parse(text.slice(from, to));
    const changed = kind === 'whole' ? value : replaced(value, kind === 'wrong type' ? wrong : evil, random);
    return { kind, body: around(JSON.stringify(changed)) };
  } catch {
    return { kind: 'as it was', body: text };
  }
}

/** Some values somewhere within, replaced. */
function replaced(value: unknown, by: readonly unknown[], random: Random): unknown {
  const isLeaf = typeof value !== 'object' || value === null;
  if (random.chance(isLeaf ? 0.25 : 0.04)) return random.pick(by);
  if (Array.isArray(value)) return value.map((item) => replaced(item, by, random));
  if (isLeaf) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, by, random)]));
}

/** Gzip that unpacks to sixty million bytes: bare, and as a frame of either platform would carry it. */
const makeBombs = (): Buffer[] => {
  const bomb = gzipSync(Buffer.alloc(60_000_000));
  const field = (number: number, bytes: Buffer) =>
    Buffer.concat([Buffer.from([(number << 3) | 2]), varint(bytes.length), bytes]);
  const msg = field(7, Buffer.from('msg'));
  return [
    bomb,
    Buffer.concat([msg, field(8, bomb)]),
    // payload type 310, gzip
    Buffer.concat([Buffer.from([0x08, 0xb6, 0x02, 0x10, 0x02]), field(3, bomb)]),
  ];
};

function varint(value: number): Buffer {
  const bytes = [];
  for (let rest = value; ; rest >>>= 7) {
    bytes.push((rest & 127) | (rest > 127 ? 128 : 0));
    if (rest <= 127) return Buffer.from(bytes);
  }
}

function spoilBytes(whole: Buffer, bombs: readonly Buffer[], random: Random): Spoiled {
  const kind = random.pick([
    ...[
      'truncated',
      'flipped',
      'flipped within',
      'flipped within',
      'spliced',
      'scripts in names',
      'noise',
      'whole',
    ],
    ...(random.chance(0.05) ? ['zip bomb'] : []),
  ]);
  const body = (bytes: Buffer): Spoiled => ({ kind, body: bytes.toString('base64') });
  switch (kind) {
    case 'truncated':
      return body(whole.subarray(0, random.int(whole.length)));
    case 'flipped':
      return body(flipped(whole, random));
    case 'flipped within':
      return body(within(whole, (inner) => flipped(inner, random)));
    case 'scripts in names':
      return body(within(whole, (inner) => scripted(inner, random)));
    case 'spliced':
      return body(Buffer.concat([whole.subarray(random.int(whole.length)), whole]));
    case 'zip bomb':
      return body(random.pick(bombs));
    case 'noise':
      return body(Buffer.from(Array.from({ length: random.int(5000) }, () => random.int(256))));
    default:
      return body(whole);
  }
}

function flipped(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  for (let i = 1 + random.int(20); i > 0; i -= 1) {
    const at = random.int(copy.length);
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << random.int(8)), at);
  }
  return copy;
}

/** Spoils what is packed inside and packs it again; lengths outside are mended. */
function within(frame: Buffer, spoil: (inner: Buffer) => Buffer): Buffer {
  const start = frame.indexOf(Buffer.from([0x1f, 0x8b, 0x08]));
  if (start < 0) return spoil(frame);
  try {
    const packed = frame.subarray(start);
    const inner = gunzipSync(packed);
    const again = gzipSync(spoil(inner));
    const isDouyin = frame.includes('msg');
    const head = isDouyin
      ? Buffer.concat([Buffer.from([0x3a, 3]), Buffer.from('msg'), Buffer.from([0x42])])
      : Buffer.concat([frame.subarray(0, 1), frame.subarray(1, frame.indexOf(0x1a)), Buffer.from([0x1a])]);
    return Buffer.concat([head, varint(again.length), again]);
  } catch {
    return spoil(frame);
  }
}

/** Overwrites Chinese words with markup of the same length in bytes. */
function scripted(inner: Buffer, random: Random): Buffer {
  const copy = Buffer.from(inner);
  const markup = Buffer.from(random.pick(evil));
  for (
    let at = copy.indexOf(0xe5);
    at >= 0 && at + markup.length < copy.length;
    at = copy.indexOf(0xe5, at + 200)
  )
    markup.copy(copy, at);
  return copy;
}
