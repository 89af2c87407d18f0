import { idOf, isObject, type Json, objectOf, parseJson, textOf } from '../json.ts';
import type { Reading, Said, Traffic } from '../platform.ts';
import { accept, collect, type Refusal } from '../said.ts';
import { clockOf } from './clock.ts';
import { readMetrics } from './metrics.ts';
import { readPromotions } from './promotions.ts';

const nothing: Reading = { metrics: [], malformed: 0, oversized: 0 };
const broken: Reading = { ...nothing, malformed: 1 };
/** `code` of an answer to someone who is not logged in (2026-07). */
export const loggedOut = 20000007;

/** Reads what the console fetched: comments, goods, figures, or the state of the room. */
export function readConsole({ url, body, seenAt }: Traffic): Reading {
  const answer = objectOf(parseJson(body));
  const data = objectOf(answer.data);
  if (url.includes('/livepc/playinfo')) return { ...nothing, roomId: idOf(data.room_id) };
  if (url.includes('/livepc/promotions_v2'))
    return { ...nothing, ...(isObject(answer.data) && readPromotions(url, data)) };
  if (url.includes('/livepc/realtime')) return { ...nothing, metrics: readMetrics(data) };
  if (!url.includes('/comment/info')) return nothing;
  // some answers carry `code`, others `st`
  const code = answer.code ?? answer.st;
  if (code === loggedOut) return { ...nothing, trouble: 'logged-out' };
  const from = textOf(data.internal_ext);
  // a quiet poll may leave the list out, yet says where to go on; a list under another name is a change
  const isQuiet =
    from !== undefined && !Object.values(data).some((value) => Array.isArray(value) && value.length > 0);
  const items = data.comment_infos ?? (isQuiet ? [] : undefined);
  const roomId = from?.match(/wss_push_room_id:(\d+)/)?.[1];
  if (code !== 0 || !Array.isArray(items)) return { ...broken, roomId };
  const anchor = from?.match(/wss_push_did:(\d+)/)?.[1];
  return {
    ...nothing,
    ...collect(items, (item) => readComment(item, anchor, seenAt)),
    roomId,
  };
}

function readComment(item: Json, anchor: string | undefined, seenAt: number): Said | Refusal {
  const id = idOf(item.comment_id);
  const userId = idOf(item.uid);
  return accept({
    id,
    userId,
    nick: item.nick_name,
    text: item.content,
    at: clockOf(id, seenAt),
    anchor: userId !== undefined && userId === anchor ? true : undefined,
    badges: Array.isArray(item.tags) ? item.tags.filter((tag) => typeof tag === 'string') : [],
  });
}
