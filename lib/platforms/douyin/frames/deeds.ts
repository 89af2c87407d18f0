import { type Did, didOf } from '../../did.ts';
import type { Goods, Reading, Said } from '../../platform.ts';
import { accept, type Refusal, timeOf } from '../../said.ts';
import { clockOf } from '../clock.ts';
import * as tables from './messages.ts';

/** What one message comes to. */
export interface Deed {
  roomId?: string | undefined;
  said?: Said | Refusal;
  did?: Did;
  metrics?: Reading['metrics'];
  goods?: Goods;
  ended?: true;
}

/** What is known besides: the message's own id, and the server's and this machine's clock (ms). */
export interface About {
  id: string | undefined;
  now: number | undefined;
  seenAt: number;
}

/** Reads a message by its method; methods without an entry are none of ours. Each may throw on broken bytes. */
export const deeds: ReadonlyMap<string, (payload: Uint8Array, about: About) => Deed> = new Map([
  ['WebcastChatMessage', readChat],
  ['WebcastEmojiChatMessage', readEmojiChat],
  ['WebcastGiftMessage', readGift],
  ['WebcastLikeMessage', readLike],
  ['WebcastMemberMessage', readMember],
  ['WebcastSocialMessage', readSocial],
  ['WebcastFansclubMessage', readFansClub],
  ['WebcastRoomUserSeqMessage', readUserSeq],
  ['WebcastRoomStatsMessage', readRoomStats],
  ['WebcastControlMessage', readControl],
  ['WebcastLiveShoppingMessage', readShopping],
  ['WebcastProductChangeMessage', readProductChange],
]);

type User = Exclude<ReturnType<typeof tables.like.whole>['user'], undefined>;
type Rich = ReturnType<typeof tables.emojiChat.whole>['emoji'];

const nickOf = (user: User | undefined) => user?.nick || user?.nickAgain;
const roomOf = ({ common }: { common?: { roomId?: string } | undefined }) => common?.roomId;

const plain = (rich: Rich) =>
  rich?.pieces?.map(({ text, alsoText }) => text ?? alsoText ?? '').join('') || rich?.pattern;

function readChat(payload: Uint8Array, about: About): Deed {
  const found = tables.chat.whole(payload);
  const { content, rich22, rich40, rich41 } = found;
  const text = content || plain(rich22) || plain(rich40) || plain(rich41);
  const at = timeOf(found.eventTime, about.seenAt);
  return { roomId: roomOf(found), said: speech(found.user, text, at, about) };
}

function readEmojiChat(payload: Uint8Array, about: About): Deed {
  const found = tables.emojiChat.whole(payload);
  return {
    roomId: roomOf(found),
    said: speech(found.user, found.content || plain(found.emoji), undefined, about),
  };
}

/** The outer id tells comments apart: the inner one was shared by others (frames of 2026-09). */
const speech = (user: User | undefined, text: string | undefined, at: number | undefined, about: About) =>
  accept({
    id: about.id,
    userId: user?.id,
    nick: nickOf(user),
    text,
    at: at ?? timeOf(about.now, about.seenAt),
  });

const deed = (what: Did['what'], user: User | undefined, about: About, more: Partial<Did> = {}): Did =>
  didOf(what, {
    id: about.id,
    userId: user?.id,
    nick: nickOf(user),
    at: clockOf(about.id, about.seenAt) ?? timeOf(about.now, about.seenAt),
    ...more,
  });

function readGift(payload: Uint8Array, about: About): Deed {
  const found = tables.gift.whole(payload);
  const { kind, repeatEnd, totalCount, repeatCount, user } = found;
  // a run of gifts is told again with each one, and once more at its end
  if (kind?.isCombo && !repeatEnd) return { roomId: roomOf(found) };
  const told = { count: totalCount || repeatCount || 1, ...(kind?.name && { item: kind.name }) };
  return { roomId: roomOf(found), did: deed('gift', user, about, told) };
}

function readLike(payload: Uint8Array, about: About): Deed {
  const found = tables.like.whole(payload);
  return {
    roomId: roomOf(found),
    did: deed('like', found.user, about, { count: found.count || 1 }),
    metrics: metric('likes', found.total),
  };
}

function readMember(payload: Uint8Array, about: About): Deed {
  const found = tables.member.whole(payload);
  const isEntry = found.action === undefined || found.action === 1;
  return { roomId: roomOf(found), ...(isEntry && { did: deed('enter', found.user, about) }) };
}

function readSocial(payload: Uint8Array, about: About): Deed {
  const found = tables.social.whole(payload);
  const what = found.action === 1 ? 'follow' : found.action === 3 ? 'share' : null;
  return { roomId: roomOf(found), ...(what && { did: deed(what, found.user, about) }) };
}

function readFansClub(payload: Uint8Array, about: About): Deed {
  const found = tables.fansClub.whole(payload);
  return { roomId: roomOf(found), ...(found.type !== 1 && { did: deed('fanclub', found.user, about) }) };
}

function readUserSeq(payload: Uint8Array): Deed {
  const found = tables.userSeq.whole(payload);
  const metrics = [...metric('online', found.online), ...metric('viewers', found.viewers)];
  return { roomId: roomOf(found), metrics };
}

function readRoomStats(payload: Uint8Array): Deed {
  const found = tables.roomStats.whole(payload);
  return {
    roomId: roomOf(found),
    metrics: found.long?.includes('在线') ? metric('online', found.value) : [],
  };
}

function readControl(payload: Uint8Array): Deed {
  const found = tables.control.whole(payload);
  return { roomId: roomOf(found), ...(found.status === 3 && { ended: true }) };
}

/** No source says what the card's message types mean; a card without a product is one taken away. */
function readShopping(payload: Uint8Array): Deed {
  const found = tables.shopping.whole(payload);
  return { roomId: roomOf(found), goods: { items: [], explaining: found.promotionId ?? null, part: true } };
}

/** Ids and link numbers only: titles and prices are not pushed. The list may hold only what has changed. */
function readProductChange(payload: Uint8Array): Deed {
  const found = tables.productChange.whole(payload);
  const products = found.products ?? [];
  const items = products.flatMap(({ id, index }) =>
    id === undefined ? [] : [{ id, title: '', ...(index !== undefined && index >= 0 && { number: index }) }],
  );
  const isWhole = items.length > 0 && items.length === found.total;
  return { roomId: roomOf(found), goods: { items, ...(!isWhole && { part: true }) } };
}

const metric = (name: Reading['metrics'][number]['name'], value: number | undefined): Reading['metrics'] =>
  value !== undefined && value >= 0 ? [{ name, value }] : [];
