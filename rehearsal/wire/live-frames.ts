import { createCipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import protobuf from 'protobufjs';
import { deedsOf } from '../deeds.ts';
import { figuresOf } from '../figures.ts';
import type { Comment } from '../player.ts';
import type { Portion } from '../room.ts';
import type { Backstage } from './wire.ts';

const file = fileURLToPath(new URL('./live.proto', import.meta.url));
const { root } = protobuf.parse(readFileSync(file, 'utf8'));

export const encode = (type: string, value: object): Buffer => {
  const found = root.lookupType(type);
  return Buffer.from(found.encode(found.fromObject(value)).finish());
};
/** What the page says. */
export const decodeMessage = (bytes: Uint8Array): Record<string, unknown> => {
  const type = root.lookupType('SocketMessage');
  return type.toObject(type.decode(bytes));
};

/** The frames of a portion; each comment comes in the same kind of push however often it comes. */
export function framesOf(portion: Portion, stage: Backstage, key: Buffer): Buffer[] {
  const { push, random } = stage;
  const ways = portion.comments.map(({ id }) => (push === 'mixed' ? kinds[Number(id) % 3] : push));
  const spoken = portion.comments.filter((_, i) => ways[i] !== 'rich');
  const rich = portion.comments.filter((_, i) => ways[i] === 'rich' || ways[i] === 'both');
  const isSealed = push === 'sealed';
  const isPacked = !isSealed && random.chance(0.7);
  const frames = [wrap(310, feedPush(portion, spoken, stage), isSealed ? key : isPacked)];
  if (rich.length > 0) frames.unshift(wrap(829, richText(rich, stage), true));
  if (random.chance(0.2)) frames.push(wrap(340, watching(stage), false));
  // entries, ranks and advertisements: nobody reads them
  if (random.chance(0.3)) frames.push(wrap(510, Buffer.from([0x0a, 0x03, 0x31, 0x32, 0x33]), false));
  const last = frames.length - 1;
  return frames.map((frame, i) =>
    encode('SocketMessage', { ...frame, ...(i === last && { cursor: portion.cursor }) }),
  );
}

const kinds = ['plain', 'rich', 'both'] as const;

/** Plain, packed or sealed with the key that only the page's script has; some say that they are packed, some do not. */
function wrap(payloadType: number, payload: Buffer, how: boolean | Buffer) {
  if (how === false) return { payloadType, compressionType: 1, payload };
  if (how === true)
    return { payloadType, compressionType: payload.length % 2 ? 2 : 0, payload: gzipSync(payload) };
  const cipher = createCipheriv('aes-128-cbc', how, Buffer.from(how).reverse());
  return {
    payloadType,
    compressionType: 3,
    payload: Buffer.concat([cipher.update(payload), cipher.final()]),
  };
}

function feedPush({ comments }: Portion, spoken: readonly Comment[], stage: Backstage): Buffer {
  const { viewers: _, ...figures } = figuresOf(stage);
  const deeds = comments.filter(({ from }) => from === 'viewer').flatMap((one) => deedsOf('kuaishou', one));
  const of = (what: string) => deeds.filter((deed) => deed.what === what);
  const who = ({ user, nick }: { user: string; nick: string }) => ({ principalId: user, userName: nick });
  return encode('SCWebFeedPush', {
    displayWatchingCount: shown(figures.online),
    displayLikeCount: shown(figures.likes),
    pushInterval: 1000,
    commentFeeds: spoken.flatMap((comment) => speech(comment, stage)),
    comboCommentFeed: spoken.length > 3 ? [{ id: 'combo', content: '666', comboCount: 3 }] : [],
    likeFeeds: of('like').map((deed) => ({ id: deed.id, user: who(deed) })),
    giftFeeds: of('gift').map((deed) => ({
      id: deed.id,
      user: who(deed),
      time: deed.at,
      giftId: 9,
      batchSize: deed.count,
      aiDataInfo: { giftName: deed.item },
    })),
    shareFeeds: of('share').map((deed) => ({ id: deed.id, user: who(deed), time: deed.at })),
    unknown: Buffer.from([1, 2, 3]),
  });
}

/** A comment, now and then after one that is shown to nobody. */
function speech({ id, hasId, user, nick, text, at }: Comment, { random }: Backstage): object[] {
  const one = {
    ...(hasId && { id }),
    user: { principalId: user, userName: nick, headUrl: 'https://p1.example/a.jpg' },
    content: text,
    sortRank: at,
    showType: 1,
    unknown: 7,
    ...(random.chance(0.5) && { time: at }),
  };
  const hidden = { ...one, id: `${id}hidden`, content: '加微信领红包', showType: 2 };
  return random.chance(0.05) ? [hidden, one] : [one];
}

function richText(comments: readonly Comment[], { room, random }: Backstage): Buffer {
  const piece = (text: string, more: object = {}) => ({
    textSegment: { text, textStyle: { color: 0xffffff, fontSize: 14 }, ...more },
  });
  const message = comments.map(({ id, hasId, user, nick, text, at }) => ({
    ...(hasId && { id: `${room.id()}_${id}` }),
    userId: user,
    serverTimestamp: at,
    sortRank: at,
    segment: [
      ...(random.chance(0.3) ? [{ iconSegment: { url: 'https://p1.example/b.png' } }] : []),
      random.chance(0.5) ? piece(nick, { tapAction: { url: 'kwai://profile' } }) : piece(`${nick}：`),
      ...halves(text).map((half) => piece(half)),
    ],
  }));
  const order = { id: 'order', bizType: 7, segment: [piece('小王：'), piece('下了一单')] };
  return encode('SCCommentZoneRichText', { message: random.chance(0.2) ? [order, ...message] : message });
}

/** Never inside of a character. */
const halves = (text: string): string[] => {
  const chars = [...text];
  return chars.length > 4 ? [chars.slice(0, 3).join(''), chars.slice(3).join('')] : [text];
};

const watching = (stage: Backstage): Buffer =>
  encode('SCWebLiveWatchingUsers', { displayWatchingCount: shown(figuresOf(stage).online) });

/** 1.2万 from ten thousand on. */
const shown = (count: number): string =>
  count < 10_000 ? String(count) : `${Math.floor(count / 1000) / 10}万`;
