import { figuresOf } from '../figures.ts';
import { spoil } from '../hostile.ts';
import type { Comment } from '../player.ts';
import { shop } from '../shop.ts';
import { type Answer, askAgain, type Backstage, json, type Visit } from './wire.ts';

/** Path of the feed that nobody knows, for trying what is left without it. */
const hiddenFeed = '/api/anchor/flow/pull';

/** Answers as the 百应 and 抖店 servers do; null: no such address. */
export function answerDouyin(visit: Visit, stage: Backstage): Answer | null {
  const { room } = stage;
  switch (visit.url.pathname) {
    case '/api/anchor/comment/info':
      return stage.feed === 'hidden' ? json({ code: 0, msg: '', data: {} }) : feed(visit, stage);
    case hiddenFeed: {
      const plain = feed(visit, stage);
      return { type: 'application/octet-stream', body: Buffer.from(plain.body).toString('base64') };
    }
    case '/api/anchor/livepc/playinfo':
      if (room.isLoggedOut()) return loggedOut();
      return json(
        `{"code":0,"st":0,"msg":"","data":{"room_id":${JSON.stringify(room.id())},"status":${room.isLive() ? 2 : 4}}}`,
      );
    case '/api/anchor/livepc/realtime': {
      const { online, viewers, orders, sales } = figuresOf(stage);
      return json({
        code: 0,
        data: {
          online_user_cnt: online,
          watch_cnt: viewers,
          pay_order_cnt: orders,
          pay_order_gmv: sales * 100,
          incr_fans_cnt: 12,
        },
      });
    }
    case '/api/anchor/livepc/promotions_v2':
      return json({
        code: 0,
        st: 0,
        msg: '',
        data: {
          room_id: room.id(),
          promotions: shop.map(({ id, name, price, stock }) => ({
            promotion_id: id,
            title: name,
            min_price: price * 100,
            stock_num: stock,
          })),
        },
      });
    case '/api/anchor/comment/operate_v2':
      return operate(visit, stage);
    default:
      return null;
  }
}

function operate(visit: Visit, { room }: Backstage): Answer {
  const text = contentOf(visit.body);
  if (text === null || text.length > 50)
    return json({ code: 10001, st: 10001, msg: '评论内容不合规范', data: null });
  if (!room.say(text)) return json({ code: 10012, st: 10012, msg: '请勿重复发送相同内容', data: null });
  return json({ code: 0, st: 0, msg: '', data: {} });
}

function contentOf(body: string): string | null {
  try {
    const { content } = JSON.parse(body) as { content?: unknown };
    return typeof content === 'string' && content.trim() ? content : null;
  } catch {
    return null;
  }
}

function feed({ url }: Visit, stage: Backstage): Answer {
  const { room, awkward, pollMs, random, now } = stage;
  if (room.isLoggedOut()) return loggedOut();
  const bad = spoil('douyin', stage);
  if (bad) return json(bad);
  const { comments, cursor, more } = room.read(url.searchParams.get('cursor') || null);
  const items = comments.map((comment) => item(comment, awkward.ids)).join(',');
  const ext = `wss_push_room_id:${room.id()}|wss_push_did:${room.anchor.user}|first_req_ms:${now() - 40}|fetch_time:${now()}|seq:${random.int(9999)}|wss_info:0-${now()}-0-0`;
  const field = stage.feed === 'renamed' ? 'comment_entries' : 'comment_infos';
  const ok = random.chance(0.5) ? '"code":0' : '"st":0';
  return json(
    `{${ok},"msg":"","data":{"${field}":[${items}],"cursor":"${cursor}","internal_ext":${JSON.stringify(ext)},"next_fetch_interval":${askAgain(more, pollMs)}}}`,
  );
}

// written by hand: JSON.stringify cannot write a bare 19-digit number
function item({ id, hasId, user, nick, text, badges }: Comment, ids: 'quoted' | 'bare' | 'mixed'): string {
  const isBare = ids === 'bare' || (ids === 'mixed' && id.charCodeAt(id.length - 1) % 3 === 0);
  const quote = (value: string) => (isBare && /^[1-9]\d*$/.test(value) ? value : JSON.stringify(value));
  const head = hasId ? `"comment_id":${quote(id)},` : '';
  return `{${head}"uid":${quote(user)},"nick_name":${JSON.stringify(nick)},"content":${JSON.stringify(text)},"tags":${JSON.stringify(badges)}}`;
}

const loggedOut = () => json({ code: 20000007, st: 20000007, msg: '用户未登录', data: null });
