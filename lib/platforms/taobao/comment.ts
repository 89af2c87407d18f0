import { idOf, type Json, numberOf, objectOf, textOf } from '../json.ts';
import type { Reading, Said } from '../platform.ts';
import { accept, collect, type Refusal, timeOf } from '../said.ts';

/** The platform's own helpers speak in the room, too; they are nobody's comments. */
const helpers = ['AI助理', '问答助手', '私密回复'];

/** True for rows that the system writes: marked by a first character, by type, or by their sender (2026-09). */
export const isSystem = (nick: string, text: string): boolean =>
  /^[\u2042\u2230\u23c7]/.test(text) || helpers.includes(nick);

/**
 * Reads the comments of an answer; console, viewer and CDN write them alike, with the same ids, or without any
 * the same user and time, so that one is known as the other.
 */
export function readComments(items: unknown, seenAt: number): Omit<Reading, 'metrics'> {
  const list = Array.isArray(items) ? items.map(objectOf) : [];
  const rooms = list.map((item) => idOf(objectOf(item.renders).liveId) ?? idOf(item.liveId));
  // a row of the system's that says who followed (CDN, one source)
  const did = list
    .filter(({ renders }) => objectOf(renders).enhancedType === 'follow')
    .map((item) => ({ what: 'follow' as const, ...personOf(item, seenAt) }));
  return {
    ...collect(items, (item) => readComment(item, seenAt)),
    // an answer may come after the page went on to another room
    roomId: rooms.find((id) => id !== undefined),
    ...(did.length > 0 && { did }),
  };
}

function readComment(item: Json, seenAt: number): Said | Refusal {
  const renders = objectOf(item.renders);
  const nick = nickOf(item);
  const type = textOf(renders.commentType);
  if (type !== undefined && type !== '' && type !== 'normal') return 'skip';
  if (renders.enhancedType === 'follow') return 'skip';
  if (nick !== undefined && isSystem(nick, textOf(item.content) ?? '')) return 'skip';
  return accept({
    id: idOf(item.commentId),
    userId: idOf(item.publisherId),
    nick,
    text: item.content,
    at: timeOf(item.timestamp, seenAt),
    // elsewhere the field is absent or 'false' for viewers
    anchor: renders.render_anchor === 'true' ? true : undefined,
    badges: [
      renders.isAddCart === '1' ? '已加购' : '',
      renders.isOrder === '1' ? '已下单' : '',
      (numberOf(renders.fanLevel) ?? 0) > 0 ? '粉丝' : '',
    ],
  });
}

const nickOf = (item: Json) => textOf(item.publisherNick) || textOf(item.tbNick);

function personOf(item: Json, seenAt: number) {
  const [id, userId, nick] = [idOf(item.commentId), idOf(item.publisherId), nickOf(item)];
  const at = timeOf(item.timestamp, seenAt);
  return {
    ...(id && { id: `follow:${id}`.slice(0, 128) }),
    ...(userId && { userId }),
    ...(nick && nick.length <= 100 && { nick }),
    ...(at && { at }),
  };
}
