import { limits } from '../../limits.ts';
import { idOf, numberOf, objectOf, parseJson, textOf } from '../json.ts';
import type { Goods, Reading, Said, Traffic } from '../platform.ts';
import { accept, collect, type Refusal, timeOf } from '../said.ts';

const nothing: Reading = { metrics: [], malformed: 0, oversized: 0 };

/** Reads comments from the React tree (names as the page decodes its socket, 2026-03) or the state of the room. */
export function readKuaishou({ via, url, body, seenAt }: Traffic): Reading {
  if (via === 'props')
    return { ...nothing, ...collect(parseJson(body), (item) => readComment(item, seenAt)) };
  const isShelf = url.includes('/dynamic/onsale');
  if (!isShelf && !url.includes('/live/current')) return nothing;
  const answer = objectOf(parseJson(body));
  if (isShelf) return { ...nothing, goods: goodsIn(objectOf(answer.data).commodityCardList) };
  if (answer.result === 1) {
    const { liveStreamId } = objectOf(answer.data);
    // the same answer without a stream: nobody is live
    return liveStreamId === '' ? { ...nothing, ended: true } : { ...nothing, roomId: idOf(liveStreamId) };
  }
  return /登录/.test(textOf(answer.error_msg) ?? '') ? { ...nothing, trouble: 'logged-out' } : nothing;
}

/**
 * Names and ids of what is on sale, whole (the list's name is known, those of its fields are guesses: unsure).
 * Price and stock are left to the page, which shows their units.
 */
function goodsIn(list: unknown): Goods | undefined {
  if (!Array.isArray(list)) return undefined;
  const items = list.map(objectOf).flatMap((item) => {
    const [id, title] = [idOf(item.itemId ?? item.id), textOf(item.title ?? item.itemTitle ?? item.itemName)];
    return id && title ? [{ id, title: title.slice(0, limits.title) }] : [];
  });
  return items.length > 0 || list.length === 0 ? { items: items.slice(0, limits.goods) } : undefined;
}

function readComment(item: Record<string, unknown>, seenAt: number): Said | Refusal {
  return accept({
    id: idOf(item.commentId),
    userId: idOf(item.fromUserId),
    nick: item.fromUserName,
    text: item.commentContent,
    at: timeOf(item.commentTime, seenAt),
    // 0 is the broadcaster; the field is absent in older pages
    anchor: numberOf(item.commentSource) === 0 ? true : undefined,
    badges: (textOf(item.commentSourceTips) ?? '').split(/[·|,，\s]+/),
  });
}
