// @vitest-environment node
import { gzipSync } from 'node:zlib';
import protobuf from 'protobufjs';
import { expect, test } from 'vitest';
import { douyinViewer } from '../../../../lib/platforms/douyin/viewer.ts';
import type { Reading } from '../../../../lib/platforms/platform.ts';

const root = protobuf.loadSync('rehearsal/wire/webcast.proto').root;
const encode = (type: string, value: object) => {
  const found = root.lookupType(type);
  return Buffer.from(found.encode(found.fromObject(value)).finish());
};
const now = 1_789_616_897_000;
const outer = '7686346031524821530';
const push =
  'wss://webcast5-ws-web-lf.douyin.com/webcast/im/push/v2/?compress=gzip&room_id=7686000000000000007';
const common = { method: 'x', msgId: '7686342044733789199', roomId: '7686000000000000001', isShowMsg: true };
const user = { id: '3491662690900000103', nickName: '小王', nickAgain: '小王', secUid: 'MS4' };

interface Sent {
  method: string;
  value: object;
  id?: string;
}
const answer = (messages: readonly Sent[]) =>
  encode('Response', {
    now,
    messages: messages.map(({ method, value, id = outer }) => ({
      method: `Webcast${method}`,
      msgId: id,
      payload: encode(method, { common, ...value }),
    })),
  });
const frame = (payload: Buffer, more: object = {}) =>
  encode('PushFrame', { seqId: 1, logId: 2, payloadType: 'msg', payload, ...more });
const read = (bytes: Buffer, url = push): Promise<Reading> | Reading =>
  douyinViewer.read({ via: 'frame', url, body: bytes.toString('base64'), seenAt: now });
const readAll = (...messages: Sent[]) => read(frame(gzipSync(answer(messages))));

test('a chat is told with its outer id, its author, and its own time in seconds', async () => {
  const reading = await readAll({
    method: 'ChatMessage',
    value: { user, content: '多少钱', eventTime: 1_789_616_891, chatBy: 1, unknownDouble: 0.5 },
  });

  expect(reading).toMatchObject({ malformed: 0, oversized: 0, roomId: '7686000000000000007' });
  expect(reading.said).toEqual([
    { id: outer, userId: user.id, nick: '小王', text: '多少钱', at: 1_789_616_891_000 },
  ]);
});

test('the text of a chat is found in each place that was described, and an emoji’s too', async () => {
  const rich = { pieces: [{ stringValue: '多少' }, { stringValue: '钱' }] };
  const app = { pieces: [{ appStringValue: '多少钱' }] };
  const { said } = await readAll(
    ...[{ richOf2025b: rich }, { richOf2025a: rich }, { richOf2025aV2: app }].map((text, i) => ({
      method: 'ChatMessage',
      id: `${i + 1}`,
      value: { user, ...text },
    })),
    { method: 'EmojiChatMessage', id: '4', value: { user, defaultContent: '[赞]' } },
    { method: 'EmojiChatMessage', id: '5', value: { user, emojiContent: rich } },
  );

  expect(said?.map(({ id, text }) => [id, text])).toEqual([
    ['1', '多少钱'],
    ['2', '多少钱'],
    ['3', '多少钱'],
    ['4', '[赞]'],
    ['5', '多少钱'],
  ]);
  expect(said?.every(({ at }) => at === now)).toBe(true);
});

test('what viewers do is told by kind, a run of gifts once at its end', async () => {
  const gift = { id: 463, combo: true, name: '小心心' };
  const { did } = await readAll(
    { method: 'MemberMessage', value: { user, action: 1 } },
    { method: 'LikeMessage', value: { user, count: 7, total: 900 } },
    { method: 'SocialMessage', value: { user, action: 1 } },
    { method: 'SocialMessage', value: { user, action: 3 } },
    { method: 'SocialMessage', value: { user, action: 9 } },
    { method: 'FansclubMessage', value: { user, type: 2 } },
    { method: 'FansclubMessage', value: { user, type: 1 } },
    { method: 'GiftMessage', value: { user, gift, repeatCount: 1 } },
    { method: 'GiftMessage', value: { user, gift, repeatCount: 2, repeatEnd: 1 } },
  );

  expect(did?.map(({ what, count, item }) => [what, count, item])).toEqual([
    ['enter', undefined, undefined],
    ['like', 7, undefined],
    ['follow', undefined, undefined],
    ['share', undefined, undefined],
    ['fanclub', undefined, undefined],
    ['gift', 2, '小心心'],
  ]);
  expect(did?.[0]).toMatchObject({ id: outer, userId: user.id, nick: '小王', at: 1_789_616_893_000 });
});

test('figures, goods and the end of the broadcast are told', async () => {
  const reading = await readAll(
    { method: 'RoomStatsMessage', value: { displayLong: '5人看过', displayValue: 5 } },
    { method: 'RoomUserSeqMessage', value: { total: 1830, totalUser: 20_800 } },
    { method: 'LikeMessage', value: { user, count: 1, total: 900 } },
    {
      method: 'ProductChangeMessage',
      value: { updateProductInfoList: [{ promotionId: '372', index: 1 }, { promotionId: '373' }], total: 2 },
    },
    { method: 'LiveShoppingMessage', value: { msgType: 9, promotionId: '373' } },
    { method: 'ControlMessage', value: { status: 3 } },
  );

  expect(reading.metrics).toEqual([
    { name: 'online', value: 1830 },
    { name: 'viewers', value: 20_800 },
    { name: 'likes', value: 900 },
  ]);
  expect(reading.goods).toMatchObject({
    items: [
      { id: '372', title: '', number: 1 },
      { id: '373', title: '' },
    ],
    explaining: '373',
  });
  expect(reading.goods?.part).toBeUndefined();
  expect(reading.ended).toBe(true);
});

test('unknown methods are passed over, and one broken message spoils none of the others', async () => {
  const chat = { method: 'WebcastChatMessage', payload: encode('ChatMessage', { user, content: '好' }) };
  const bytes = encode('Response', {
    messages: [
      { method: 'WebcastSomethingNew', payload: Buffer.from('????') },
      { method: 'WebcastChatMessage', payload: Buffer.from([0x12, 0x7f, 1]) },
      { method: 'WebcastLikeMessage' },
      {},
      { ...chat, msgId: outer },
    ],
  });

  const reading = await read(frame(bytes));

  expect(reading.said).toMatchObject([{ id: outer, text: '好' }]);
  expect(reading.malformed).toBe(1);
});

test('heartbeats say nothing; frames that are none, cut off, or unpack without end are refused', async () => {
  const whole = frame(gzipSync(answer([{ method: 'ChatMessage', value: { user, content: '好' } }])));
  const bomb = frame(gzipSync(Buffer.alloc(30_000_000)));

  expect(await read(encode('PushFrame', { payloadType: 'hb' }))).toMatchObject({ malformed: 0 });
  expect((await read(encode('PushFrame', { payloadType: 'hb' }))).said).toBeUndefined();
  for (const bytes of [
    whole.subarray(0, -3),
    Buffer.from('<html>'),
    bomb,
    frame(gzipSync(Buffer.from('??'))),
  ])
    expect(await read(bytes)).toMatchObject({ malformed: 1 });
  expect(await read(Buffer.alloc(0))).toMatchObject({ oversized: 1 });
});

test('the fetch that stands in for the socket is read, and the room is told by its messages', async () => {
  const bytes = answer([{ method: 'ChatMessage', value: { user, content: '好' } }]);

  const reading = await read(bytes, 'https://live.douyin.com/webcast/im/fetch/?cursor=');

  expect(reading).toMatchObject({ said: [{ text: '好' }], roomId: '7686000000000000001' });
});

test('only rooms match, and nobody types there', () => {
  const matches = (url: string) => douyinViewer.matches(new URL(url));

  expect(matches('https://live.douyin.com/646454278948?a=1')).toBe(true);
  expect(matches('https://live.douyin.com/hemu_shop')).toBe(true);
  for (const path of ['', 'hot_live', 'category/1', 'search/x', 'webcast/im/fetch/'])
    expect(matches(`https://live.douyin.com/${path}`)).toBe(false);
  expect(douyinViewer.composer()).toBeNull();
});
