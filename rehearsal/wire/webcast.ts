import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import protobuf from 'protobufjs';
import { type Deed, deedsOf } from '../deeds.ts';
import { figuresOf } from '../figures.ts';
import type { Comment } from '../player.ts';
import type { Portion } from '../room.ts';
import { shop } from '../shop.ts';
import type { Backstage } from './wire.ts';

const file = fileURLToPath(new URL('./webcast.proto', import.meta.url));
const { root } = protobuf.parse(readFileSync(file, 'utf8'));
const encode = (type: string, value: object): Uint8Array => {
  const found = root.lookupType(type);
  return found.encode(found.fromObject(value)).finish();
};
export const decodeFrame = (bytes: Uint8Array): Record<string, unknown> =>
  root.lookupType('PushFrame').toObject(root.lookupType('PushFrame').decode(bytes), { longs: String });

/** One frame of the socket around an answer, packed as the real one is. */
export const frameOf = (answer: Uint8Array, logId: number): Buffer =>
  Buffer.from(
    encode('PushFrame', {
      seqId: logId,
      logId,
      service: 8888,
      method: 8,
      headers: [
        { key: 'compress_type', value: 'gzip' },
        { key: 'im-now', value: String(Date.now()) },
      ],
      payloadEncoding: 'pb',
      payloadType: 'msg',
      payload: gzipSync(answer),
    }),
  );

/** A frame in which nothing is said. */
export const heartbeat = (): Buffer => Buffer.from(encode('PushFrame', { payloadType: 'hb', logId: 1 }));

/**
 * All that a portion of the room comes to: many methods in one answer, most of them nobody's concern; the first
 * `limit` of them.
 */
export function answerOf({ comments, cursor }: Portion, stage: Backstage, limit = 10_000): Uint8Array {
  const { room, now } = stage;
  const messages = comments.flatMap((comment) => [
    speech(comment, stage),
    ...(comment.from === 'viewer' ? deedsOf('douyin', comment).flatMap((deed) => act(deed, stage)) : []),
  ]);
  return encode('Response', {
    messages: [...news(stage), ...messages].slice(0, limit),
    cursor,
    fetchInterval: 1000,
    now: now(),
    internalExt: `internal_src:dim|wss_push_room_id:${room.id()}|wss_push_did:0|seq:1|cursor:${cursor}`,
    fetchType: 1,
    routeParams: { room_id: room.id() },
    heartbeatDuration: 15,
    needAck: true,
  });
}

const message = (method: string, id: string | undefined, value: object, stage: Backstage) => ({
  method: `Webcast${method}`,
  ...(id !== undefined && { msgId: id }),
  wrdsSubKey: 'x',
  payload: encode(method, {
    common: {
      method: `Webcast${method}`,
      // another than the outer one, as with real chats
      msgId: String(BigInt(stage.room.id()) + BigInt(stage.random.int(9))),
      roomId: stage.room.id(),
      isShowMsg: true,
      displayText: {
        key: 'live_room',
        defaultPattern: '{0:user}',
        pieces: [{ type: 1, stringValue: '忽略' }],
      },
      unknown64: '18446744073709551615',
    },
    ...value,
  }),
});

const person = ({ user, nick }: Pick<Comment, 'user' | 'nick'>) => ({
  id: user,
  shortId: user.slice(-8),
  nickName: nick,
  gender: 1,
  avatarThumb: { urls: ['https://p3.douyinpic.com/nobody.webp'], uri: 'nobody', scale: 1.5 },
  payGrade: { diamonds: 12, level: 7 },
  fansClub: { data: { clubName: '小店家人', level: 3 } },
  displayId: `dy${user.slice(-6)}`,
  secUid: `MS4wLjABAAAA${user}`,
  nickAgain: nick,
  webUid: user,
  idStr: user,
});

/** The text stands in one of five places. */
function speech(comment: Comment, stage: Backstage) {
  const { id, hasId, text, at } = comment;
  const user = person(comment);
  const rich = { key: 'x', pieces: [...text].map((stringValue) => ({ type: 1, stringValue })) };
  const appRich = { pieces: [{ type: 1, appStringValue: text }] };
  const place = (Number(id.slice(-4)) >> 1) % 20;
  const outer = hasId ? id : undefined;
  if (place === 0)
    return message('EmojiChatMessage', outer, { user, emojiId: 7, defaultContent: text }, stage);
  if (place === 1) return message('EmojiChatMessage', outer, { user, emojiContent: rich }, stage);
  const words =
    place === 2
      ? { richOf2025b: rich }
      : place === 3
        ? { richOf2025a: rich }
        : place === 4
          ? { richOf2025aV2: appRich }
          : { content: text };
  return message(
    'ChatMessage',
    outer,
    {
      user,
      ...words,
      eventTime: Math.floor(at / 1000),
      chatBy: 1,
      chatTags: ['a', 'b'],
      ...(place < 10 && { label: { urls: ['https://p3.douyinpic.com/label.png'] } }),
      unknownDouble: 0.5,
    },
    stage,
  );
}

function act(deed: Deed, stage: Backstage) {
  const { id, what, count, item } = deed;
  const user = person(deed);
  switch (what) {
    case 'enter':
      return [message('MemberMessage', id, { user, memberCount: 1830, enterType: 6, action: 1 }, stage)];
    case 'like':
      return [message('LikeMessage', id, { user, count, total: figuresOf(stage).likes }, stage)];
    case 'follow':
      return [message('SocialMessage', id, { user, action: 1, followCount: 99 }, stage)];
    case 'share':
      return [message('SocialMessage', id, { user, action: 3, shareType: 1 }, stage)];
    case 'fanclub':
      return [message('FansclubMessage', id, { user, type: 2, content: '加入了粉丝团' }, stage)];
    case 'gift': {
      const gift = { id: 463, combo: true, type: 1, diamondCount: 1, name: item };
      // told with each one of the run, then with its end
      const during = Array.from({ length: Math.min(count, 3) }, (_, i) =>
        message('GiftMessage', String(BigInt(id) + BigInt(1 + i)), { user, gift, repeatCount: i + 1 }, stage),
      );
      const end = { user, gift, repeatCount: count, repeatEnd: 1, totalCount: count };
      return [...during, message('GiftMessage', id, end, stage)];
    }
    default:
      return [];
  }
}

/** What is pushed whether or not anybody speaks. */
function news(stage: Backstage) {
  const { room, random } = stage;
  const { online, viewers } = figuresOf(stage);
  const id = () => String(BigInt(room.id()) + BigInt(random.int(2 ** 31)));
  const rank = Array.from({ length: 3 }, (_, i) => person({ user: `${i + 1}`, nick: `榜${i + 1}` }));
  const noise = { method: 'WebcastRoomDataSyncMessage', msgId: id(), payload: Buffer.from('?'.repeat(40)) };
  return [
    message('RoomUserSeqMessage', id(), { total: online, totalUser: viewers, popStr: '1.8万' }, stage),
    message('RoomStatsMessage', id(), { displayLong: `${online}在线观众`, displayValue: online }, stage),
    message('RoomRankMessage', id(), { ranks: rank }, stage),
    message('LiveShoppingMessage', id(), { msgType: 9, promotionId: shop[0]?.id }, stage),
    message(
      'ProductChangeMessage',
      id(),
      {
        updateProductInfoList: shop.map((product, i) => ({ promotionId: product.id, index: i + 1 })),
        total: shop.length,
      },
      stage,
    ),
    ...(room.isLive() ? [] : [message('ControlMessage', id(), { status: 3 }, stage)]),
    noise,
  ];
}
