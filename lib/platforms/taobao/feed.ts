import { idOf, type Json, objectOf, parseJson, textOf } from '../json.ts';
import type { Reading, Said, Traffic } from '../platform.ts';
import { accept, collect, type Refusal, timeOf } from '../said.ts';

const nothing: Reading = { metrics: [], malformed: 0, oversized: 0 };

/** Reads an answer of `mtop.taobao.iliad.comment.query.anchorlatest` (3.0, seen 2026-03), with or without its callback. */
export function readTaobao({ url, body, seenAt }: Traffic): Reading {
  if (!url.includes('comment.query.anchorlatest')) return nothing;
  const answer = objectOf(parseJson(unwrap(body)));
  const status = Array.isArray(answer.ret) ? String(answer.ret[0]) : '';
  if (status.startsWith('FAIL_SYS_SESSION_EXPIRED')) return { ...nothing, trouble: 'logged-out' };
  const { comments } = objectOf(answer.data);
  if (!status.startsWith('SUCCESS') || !Array.isArray(comments)) return { ...nothing, malformed: 1 };
  // an answer may come after the page went on to another room
  const rooms = comments.map((item) => idOf(objectOf(objectOf(item).renders).liveId));
  return {
    ...nothing,
    ...collect(comments, (item) => readComment(item, seenAt)),
    roomId: rooms.find((id) => id !== undefined),
  };
}

/** `mtopjsonp3({…})` → `{…}` */
const unwrap = (body: string): string =>
  /^\s*[\w$.]+\s*\(/.test(body) ? body.slice(body.indexOf('(') + 1, body.lastIndexOf(')')) : body;

/** The platform's own helpers speak in the room, too; they are nobody's comments. */
const helpers = ['AI助理', '问答助手', '私密回复'];

/** True for rows that the system writes: marked by a first character, by type, or by their sender (2026-09). */
export const isSystem = (nick: string, text: string): boolean =>
  /^[\u2042\u2230\u23c7]/.test(text) || helpers.includes(nick);

function readComment(item: Json, seenAt: number): Said | Refusal {
  const renders = objectOf(item.renders);
  const nick = textOf(item.publisherNick) || textOf(item.tbNick);
  const type = textOf(renders.commentType);
  if (type !== undefined && type !== '' && type !== 'normal') return 'skip';
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
      Number(renders.fanLevel) > 0 ? '粉丝' : '',
    ],
  });
}
