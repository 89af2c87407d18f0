import type { Comment } from '../player.ts';
import { type Answer, askAgain, type Backstage, json, type Visit } from './wire.ts';

const base = '/livesite/api';

/**
 * Answers for eos.douyin.com; null: no such address. Nobody has published its feed: this one is made up, with
 * the house's usual names in an unusual place.
 */
export function answerEos({ url, body }: Visit, stage: Backstage): Answer | null {
  if (url.hostname !== 'eos.douyin.com') return null;
  const { room, pollMs } = stage;
  switch (url.pathname) {
    case `${base}/comment/list`:
    case `${base}/flow/pull`: {
      const { comments, cursor, more } = room.read(url.searchParams.get('cursor') || null);
      const answer = { list: { items: comments.map(itemOf) }, cursor, wait: askAgain(more, pollMs) };
      const isHidden = url.pathname.endsWith('/pull');
      const flow = Buffer.from(JSON.stringify(answer)).toString('base64');
      return json({ status_code: 0, data: isHidden ? { flow } : answer });
    }
    case `${base}/comment/send`: {
      const { content } = JSON.parse(body) as { content: string };
      return json({ status_code: room.say(content) ? 0 : 1, status_msg: '请勿重复发送相同内容' });
    }
    default:
      return null;
  }
}

const itemOf = ({ id, hasId, nick, user, text, at, from }: Comment) => ({
  ...(hasId && { id_str: id }),
  content: text,
  create_time: Math.floor(at / 1000),
  is_anchor: from === 'anchor',
  user: { id_str: user, uid: user, nickname: nick },
});
