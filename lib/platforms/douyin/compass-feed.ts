import { type Did, didOf } from '../did.ts';
import { idOf, isObject, type Json, numberOf, objectOf, parseJson, textOf } from '../json.ts';
import type { Reading, Said, Traffic } from '../platform.ts';
import { accept, collect, type Refusal, timeOf } from '../said.ts';
import { clockOf } from './clock.ts';
import { loggedOut } from './console-feed.ts';
import { byIndexName, readMetrics } from './metrics.ts';

const nothing: Reading = { metrics: [], malformed: 0, oversized: 0 };

/**
 * Reads what the big screen fetched. Two releases ask for comments and orders under different names
 * (`message?`, `live_order_stream?`: 2026-03; `live_comment?`, `live_order?`: 2026-08); both are read.
 */
export function readCompass({ url, body, seenAt }: Traffic): Reading {
  const answer = objectOf(parseJson(body));
  const code = answer.code ?? answer.st;
  if (code === loggedOut) return { ...nothing, trouble: 'logged-out' };
  const data = objectOf(answer.data);
  if (url.includes('live_comment?')) return readLiveComments(data, seenAt);
  if (url.includes('live_order_stream?')) return readOrders(answer.data, isPaid, seenAt);
  if (url.includes('/live_order?'))
    return readOrders(data.order_list ?? answer.order_list, () => /[?&]order_status=3\b/.test(url), seenAt);
  if (url.includes('/base_info?')) return { ...nothing, ...titleOf(data), metrics: readMetrics(data) };
  if (url.includes('/core_data?')) return { ...nothing, metrics: readMetrics(byIndexName(data.core_data)) };
  // the address is so short that others may end in it
  return url.includes('message?') && isObject(data.messages) ? readMessages(data.messages, seenAt) : nothing;
}

const titleOf = (data: Json) => {
  const title = textOf(data.title)?.slice(0, 200);
  return title ? { title } : {};
};

/** What viewers do, by the list it stands in. Joining a brand (subscribe_merchant_brand_vip) is none of ours. */
const lists: readonly (readonly [string, Did['what']])[] = [
  ['room_enter', 'enter'],
  ['room_like', 'like'],
  ['room_follow', 'follow'],
  ['ecom_fansclub_participate', 'fanclub'],
];

function readMessages(messages: Json, seenAt: number): Reading {
  const did = lists.flatMap(([list, what]) => deedsOf(messages[list], what, seenAt));
  // a list with nothing in it may be null
  return { ...nothing, ...collect(messages.comment ?? [], (item) => readComment(item, seenAt)), did };
}

function readComment(item: Json, seenAt: number): Said | Refusal {
  const id = idOf(item.msg_id);
  const { nick_name: nick, content: text } = item;
  return accept({ id, userId: idOf(item.user_id), nick, text, at: clockOf(id, seenAt) });
}

function deedsOf(items: unknown, what: Did['what'], seenAt: number): Did[] {
  return (Array.isArray(items) ? items : []).filter(isObject).map(({ msg_id, user_id, nick_name }) => {
    const id = idOf(msg_id);
    return didOf(what, { id, userId: idOf(user_id), nick: textOf(nick_name), at: clockOf(id, seenAt) });
  });
}

function readLiveComments({ comments }: Json, seenAt: number): Reading {
  return { ...nothing, ...collect(comments ?? [], (item) => readLiveComment(item, seenAt)) };
}

/** `user` is an object in the one source; which of its names holds the nick is not told. */
function readLiveComment(item: Json, seenAt: number): Said | Refusal {
  const user = objectOf(item.user);
  return accept({
    id: idOf(item.comment_id),
    userId: idOf(user.user_id) ?? idOf(user.uid) ?? idOf(user.id),
    nick: textOf(item.user) ?? user.nickname ?? user.nick_name ?? user.name ?? item.nick_name,
    text: item.content,
    at: timeOf(item.create_time, seenAt),
    anchor: item.is_anchor === true || item.is_anchor === 1 ? true : undefined,
  });
}

/** 0 and 1 are orders that nobody has paid yet, as far as known. */
const isPaid = (item: Json) => numberOf(item.order_status) === 3;

/** Paid orders, each under its order's own id: both releases mean the same by it. */
function readOrders(items: unknown, isWanted: (item: Json) => boolean, seenAt: number): Reading {
  if (items === null || items === undefined) return nothing;
  if (!Array.isArray(items)) return { ...nothing, malformed: 1 };
  const orders = items.filter(isObject);
  const did = orders.filter(isWanted).map((item) =>
    didOf('order', {
      id: idOf(item.order_id),
      nick: textOf(item.nick_name),
      item: textOf(item.product_title) ?? textOf(item.sku_product_title),
      count: numberOf(item.item_num),
      at: timeOf(item.order_ts, seenAt),
    }),
  );
  return { ...nothing, did, malformed: items.length - orders.length };
}
