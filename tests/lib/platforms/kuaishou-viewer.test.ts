import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import protobuf from 'protobufjs';
import { expect, test } from 'vitest';
import { kuaishouViewer } from '../../../lib/platforms/kuaishou/viewer.ts';
import { pageOf } from './page.ts';

const now = 1_795_340_000_000;

/** As the page's own descriptor has it, with a field that nobody reads. */
const { root } = protobuf.parse(`syntax = "proto3";
  message SocketMessage { int32 payloadType = 1; int32 compressionType = 2; bytes payload = 3; string later = 15; }
  message User { string principalId = 1; string userName = 2; string headUrl = 3; bool mystery = 4; }
  message Comment { string id = 1; User user = 2; string content = 3; string deviceHash = 4; uint64 sortRank = 5;
    string color = 6; int32 showType = 7; uint64 time = 9; string unknown = 77; }
  message Combo { string id = 1; string content = 2; uint32 comboCount = 3; }
  message Like { string id = 1; User user = 2; }
  message Gift { string id = 1; User user = 2; uint64 time = 3; uint32 giftId = 4; uint32 batchSize = 7;
    uint32 comboCount = 8; About about = 19; }
  message About { string giftName = 5; }
  message Push { string displayWatchingCount = 1; string displayLikeCount = 2; repeated Comment commentFeeds = 5;
    repeated Combo comboCommentFeed = 7; repeated Like likeFeeds = 8; repeated Gift giftFeeds = 9;
    repeated Like shareFeeds = 12; bytes unknown = 99; }
  message Watching { string displayWatchingCount = 2; }
  message Style { uint32 color = 1; } message Action { string url = 1; }
  message Text { string text = 1; Style style = 2; Action tapAction = 3; }
  message Icon { string url = 1; }
  message Segment { Text text = 1; Icon icon = 2; }
  message Rich { string id = 1; uint64 userId = 2; uint64 serverTimestamp = 3; uint32 bizType = 6;
    repeated Segment segment = 7; }
  message Zone { repeated Rich message = 1; }`);

const packed = (name: string, value: object): Uint8Array => {
  const type = root.lookupType(name);
  return type.encode(type.fromObject(value)).finish();
};
const frameOf = (payloadType: number, payload: Uint8Array, compressionType = 1) =>
  packed('SocketMessage', { payloadType, compressionType, payload, later: 'x' });
const read = (frame: Uint8Array) =>
  kuaishouViewer.read({
    via: 'frame',
    url: 'wss://live-ws-pg-group8.kuaishou.com/websocket',
    body: Buffer.from(frame).toString('base64'),
    seenAt: now,
  });
const push = (value: object) => read(frameOf(310, packed('Push', value)));
const user = { principalId: '3xnz9vdnb22iw9e', userName: '幸福一家人', headUrl: 'https://x/' };
const comment = {
  id: 'c1',
  user,
  content: '有内衬的吗',
  sortRank: 7,
  showType: 1,
  time: now - 2000,
  unknown: '?',
};

test('a push brings comments, what viewers did, and two figures', async () => {
  const reading = await push({
    displayWatchingCount: '1.2万',
    displayLikeCount: '3856',
    commentFeeds: [comment],
    likeFeeds: [{ id: 'l1', user }],
    giftFeeds: [{ id: 'g1', user, time: now - 1000, giftId: 9, batchSize: 3, about: { giftName: '玫瑰' } }],
    shareFeeds: [{ id: 's1' }],
    unknown: Buffer.from([1, 2]),
  });

  const who = { userId: '3xnz9vdnb22iw9e', nick: '幸福一家人' };
  expect(reading).toMatchObject({
    said: [{ id: 'c1', ...who, text: '有内衬的吗', at: now - 2000, by: '310' }],
    metrics: [
      { name: 'online', value: 12_000 },
      { name: 'likes', value: 3856 },
    ],
    did: [
      { what: 'like', id: 'l1', ...who },
      { what: 'gift', id: 'g1', ...who, at: now - 1000, count: 3, item: '玫瑰' },
      { what: 'share', id: 's1' },
    ],
    malformed: 0,
  });
});

test('a comment without an id or a time stays without; its rank counts as a time when it can be one', async () => {
  const { id, time, ...bare } = comment;
  const { said } = await push({ commentFeeds: [bare, { ...bare, sortRank: now - 500 }] });

  expect([id, time]).toEqual(['c1', now - 2000]);
  expect(said?.[0]).not.toHaveProperty('id');
  expect(said?.map(({ at }) => at)).toEqual([undefined, now - 500]);
});

test('hidden comments and tallies of a sentence are nobody’s comments; a nameless one is a fault', async () => {
  const { said, malformed } = await push({
    commentFeeds: [
      { ...comment, showType: 2 },
      { ...comment, user: undefined },
    ],
    comboCommentFeed: [{ id: 'x', content: '666', comboCount: 30 }],
  });

  expect([said, malformed]).toEqual([[], 1]);
});

test('a push without comments does not vouch for the feed', async () => {
  expect((await push({ displayLikeCount: '9' })).said).toBeUndefined();
});

test('gzip is unpacked, also where the frame does not say so', async () => {
  const payload = gzipSync(packed('Push', { commentFeeds: [comment] }));

  expect((await read(frameOf(310, payload, 2))).said).toHaveLength(1);
  expect((await read(frameOf(310, payload, 0))).said).toHaveLength(1);
});

test('what is under AES is counted and left to the list', async () => {
  const reading = await read(frameOf(310, Buffer.alloc(64, 7), 3));

  expect(reading).toMatchObject({ sealed: 1, malformed: 0 });
  expect(reading.said).toBeUndefined();
});

test('the list of watchers tells their number, other frames nothing', async () => {
  expect((await read(frameOf(340, packed('Watching', { displayWatchingCount: '678' })))).metrics).toEqual([
    { name: 'online', value: 678 },
  ]);
  expect(await read(frameOf(101, Buffer.from([8, 1])))).toEqual({ metrics: [], malformed: 0, oversized: 0 });
});

const text = (text: string, more: object = {}) => ({ text: { text, style: { color: 255 }, ...more } });
const zone = (...messages: object[]) =>
  read(frameOf(829, gzipSync(packed('Zone', { message: messages })), 2));
const rich = { id: 'NB7zMdDR8sY_1795339998000', userId: '4130001135', serverTimestamp: now - 2000 };

test('rich texts are sentences in pieces, the name before them', async () => {
  const { said, sealed } = await zone(
    { ...rich, segment: [text('幸福一家人：'), text('有内衬'), { icon: { url: 'x' } }, text('的吗')] },
    {
      ...rich,
      id: 'b',
      segment: [{ icon: {} }, text('小王', { tapAction: { url: 'x' } }), text(': 多少钱')],
    },
  );

  expect(said).toEqual([
    {
      id: 'NB7zMdDR8sY_1795339998000',
      userId: '4130001135',
      nick: '幸福一家人',
      text: '有内衬的吗',
      at: now - 2000,
      by: '829',
    },
    { id: 'b', userId: '4130001135', nick: '小王', text: '多少钱', at: now - 2000, by: '829' },
  ]);
  expect(sealed).toBeUndefined();
});

test('a rich text that does not tell its author is left to the list; one of the platform’s is no comment', async () => {
  const nameless = await zone(
    { ...rich, segment: [text('价格：多少钱')] },
    { ...rich, segment: [text('你好'), text('呀')] },
  );
  const platforms = await zone(
    { ...rich, bizType: 7, segment: [text('小王：'), text('下了一单')] },
    { segment: [] },
  );

  expect(nameless).toMatchObject({ sealed: 2, malformed: 0 });
  expect(nameless.said).toBeUndefined();
  expect(platforms).toMatchObject({ said: [], malformed: 0 });
});

test('the stream is named by where the page asks for its socket', async () => {
  const ask = (query: string) =>
    kuaishouViewer.read({
      via: 'fetch',
      url: `https://live.kuaishou.com/live_api/liveroom/websocketinfo?${query}`,
      body: '{"data":{"result":1}}',
      seenAt: now,
    });

  expect(await ask('caver=2&liveStreamId=NB7zMdDR8sY&__NS_hxfalcon=a')).toMatchObject({
    roomId: 'NB7zMdDR8sY',
  });
  expect((await ask('caver=2')).roomId).toBeUndefined();
});

test('rows are read, gifts and likes are not', () => {
  const document = pageOf(`<div class="chat-history"><div>
    <div class="comment-cell"><span class="username">幸福一家人：</span><span class="comment">有内衬的吗<img class="emoji" alt="[流泪]"></span></div>
    <div class="comment-cell"><span class="username">小王</span><span class="gift-comment">送出玫瑰</span></div>
    <div class="comment-cell"><span class="username">小王</span><span class="like">点亮了爱心</span></div></div></div>`);
  const { rows } = kuaishouViewer;

  expect([...(rows.list(document)?.querySelectorAll(rows.row) ?? [])].map((row) => rows.read(row))).toEqual([
    { nick: '幸福一家人', text: '有内衬的吗[流泪]' },
    null,
    null,
  ]);
});

test('the page is known by host and path', () => {
  const isRoom = (url: string) => kuaishouViewer.matches(new URL(url));

  expect(isRoom('https://live.kuaishou.com/u/KPL704668133')).toBe(true);
  expect(isRoom('https://live.kuaishou.com/')).toBe(false);
  expect(isRoom('https://zs.kwaixiaodian.com/u/KPL704668133')).toBe(false);
});

test('no frame makes the reader throw, stall or let in what is too big', async () => {
  const good = [
    frameOf(310, packed('Push', { commentFeeds: [comment, comment], giftFeeds: [{ id: 'g', user }] })),
    frameOf(829, gzipSync(packed('Zone', { message: [{ ...rich, segment: [text('王：'), text('1')] }] })), 2),
    frameOf(340, packed('Watching', { displayWatchingCount: '9'.repeat(400) })),
  ];
  const mutated = fc
    .tuple(
      fc.constantFrom(...good),
      fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 6 }),
      fc.option(fc.nat(200)),
    )
    .map(([frame, flips, cut]) => {
      const bytes = Uint8Array.from(frame);
      for (const [at, value] of flips) bytes[at % bytes.length] = value;
      return bytes.subarray(0, cut ?? bytes.length);
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(mutated, fc.uint8Array({ maxLength: 300 })), async (frame) => {
      const { said = [], did = [], metrics, malformed } = await read(frame);

      expect(malformed).toBeGreaterThanOrEqual(0);
      for (const one of said) expect(one.text.trim()).not.toBe('');
      for (const one of did) expect(one.nick?.length ?? 0).toBeLessThanOrEqual(100);
      for (const one of metrics) expect(Number.isFinite(one.value)).toBe(true);
    }),
    { numRuns: 400 },
  );
  const bomb = gzipSync(Buffer.alloc(50_000_000, 10));
  expect(await read(frameOf(310, bomb, 2))).toMatchObject({ malformed: 1 });
});
