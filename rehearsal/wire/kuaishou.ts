import { createCipheriv, randomBytes } from 'node:crypto';
import type { Comment } from '../player.ts';
import type { Portion } from '../room.ts';
import { shop } from '../shop.ts';
import type { Line } from './socket.ts';
import { type Answer, type Backstage, json, type Visit } from './wire.ts';

const assistant = '/rest/pc/live/assistant';

/** Answers as the Kuaishou shop assistant's server does; null: no such address. Comments come over the socket. */
export function answerKuaishou(visit: Visit, { room }: Backstage): Answer | null {
  if (!visit.url.pathname.startsWith(assistant)) return null;
  if (room.isLoggedOut()) return json({ result: 109, error_msg: '请先登录' });
  switch (visit.url.pathname.slice(assistant.length)) {
    case '/live/current':
      return json({
        result: 1,
        data: {
          liveStreamId: room.isLive() ? room.id() : '',
          centerConsoleInfo: { living: room.isLive(), authorName: room.anchor.nick },
        },
      });
    case '/dynamic/onsale':
      return json({
        result: 1,
        data: {
          commodityCardList: shop.map(({ id, name, price, stock }) => ({
            itemId: id,
            title: name,
            price: String(price),
            stock,
          })),
        },
      });
    case '/comment/publish': {
      const text = contentOf(visit.body);
      if (text === null || text.length > 50) return json({ result: 2001, error_msg: '评论内容不合规范' });
      return room.say(text) ? json({ result: 1 }) : json({ result: 2002, error_msg: '请勿重复发送' });
    }
    default:
      return null;
  }
}

function contentOf(body: string): string | null {
  try {
    const { commentContent } = JSON.parse(body) as { commentContent?: unknown };
    return typeof commentContent === 'string' && commentContent.trim() ? commentContent : null;
  } catch {
    return null;
  }
}

/** The console's socket: what is pushed, and the page's answers, are sealed with the page's key. */
export const sealedLine = (key: Buffer, { room, random }: Backstage): Line => ({
  pack: (portion) => sealPush(portion, key, room.anchor.user),
  noise: () => randomBytes(random.int(4096)),
  heard: (frame) => Buffer.from(frame.map((byte, i) => byte ^ (key[i % key.length] ?? 0))).toString('utf8'),
});

/** A push: 12 bytes of nonce, 16 of tag, then AES-128-GCM. Nobody without the page's key can read it. */
function sealPush({ comments, cursor }: Portion, key: Buffer, anchorId: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const push = { commentList: comments.map((comment) => item(comment, anchorId)), replyRate: '0.92', cursor };
  const sealed = Buffer.concat([cipher.update(JSON.stringify(push), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function item({ id, hasId, user, nick, text, at, from, badges }: Comment, anchorId: string) {
  return {
    commentId: hasId ? id : '',
    fromUserId: user,
    fromUserName: nick,
    fromUserAvatar: '',
    commentContent: text,
    commentTime: String(at),
    // 0: the broadcaster's own
    commentSource: user === anchorId && from === 'anchor' ? 0 : 1,
    commentSourceTips: badges.join('·'),
  };
}
