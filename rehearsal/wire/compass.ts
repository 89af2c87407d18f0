import { deedsOf } from '../deeds.ts';
import { figuresOf } from '../figures.ts';
import type { Comment } from '../player.ts';
import type { Portion, Room } from '../room.ts';
import { type Answer, askAgain, type Backstage, json, type Visit } from './wire.ts';

const screen = '/business_api/author/screen/anchor';
const live = '/compass_api/content_live/author/live_screen';
const author = '/compass_api/author/live';

/** Answers as compass.jinritemai.com does to both of its big screens; null: no such address. */
export function answerCompass({ url }: Visit, stage: Backstage): Answer | null {
  if (url.hostname !== 'compass.jinritemai.com') return null;
  const { room, pollMs } = stage;
  const cursor = url.searchParams.get('cursor') || null;
  if (room.isLoggedOut()) return ok(null, 20000007);
  switch (url.pathname) {
    case `${screen}/message`: {
      const portion = room.read(cursor);
      return ok({ messages: messagesOf(portion), cursor: portion.cursor, ...again(portion, pollMs) });
    }
    case `${screen}/live_order_stream`: {
      return ok(ordersOf(room).flatMap((order) => [{ ...order, order_status: 1 }, order]));
    }
    case `${screen}/live_comment`: {
      const portion = room.read(cursor);
      const comments = portion.comments.map(commentOf);
      return ok({ comments, cursor: portion.cursor, ...again(portion, pollMs) });
    }
    case `${live}/live_order`:
      return ok({ order_list: ordersOf(room) });
    case `${author}/basic_live_screen/base_info`: {
      const { online, viewers, orders, sales } = figuresOf(stage);
      return ok({
        title: '秋冬上新 全场包邮',
        gmv: sales * 100,
        pay_cnt: { value: orders },
        online_user_cnt: { value: online },
        online_user_ucnt: { value: viewers },
      });
    }
    case `${author}/live_screen/core_data`: {
      const { online, orders } = figuresOf(stage);
      const index = (index_name: string, value: number) => ({ index_name, value: { value, unit: 1 } });
      return ok({
        core_data: [index('online_user_cnt', online), index('pay_cnt', orders), index('gpm', 91.5)],
      });
    }
    default:
      return null;
  }
}

const ok = (data: unknown, code = 0): Answer => json({ st: code, msg: '', data });
const again = (portion: Portion, pollMs: number) => ({ fetch_interval: askAgain(portion.more, pollMs) });

const lists = {
  enter: 'room_enter',
  like: 'room_like',
  follow: 'room_follow',
  fanclub: 'ecom_fansclub_participate',
} as const;

/** Each kind in a list of its own; one that has nothing is null. */
function messagesOf({ comments }: Portion) {
  const found: Record<string, object[]> = {
    comment: comments.map(({ id, hasId, nick, user, text }) => ({
      msg_type: 'comment',
      ...(hasId && { msg_id: id }),
      nick_name: nick,
      user_id: user,
      content: text,
    })),
    subscribe_merchant_brand_vip: [{ msg_type: 'vip', msg_id: '1', nick_name: '某人', user_id: '1' }],
  };
  for (const { id, what, user, nick } of comments.flatMap(deedsOfViewer)) {
    const list = lists[what as keyof typeof lists];
    if (!list) continue;
    found[list] ??= [];
    found[list].push({ msg_type: list, msg_id: id, nick_name: nick, user_id: user, content: '' });
  }
  return Object.fromEntries(
    ['comment', 'subscribe_merchant_brand_vip', ...Object.values(lists)].map((list) => [
      list,
      found[list]?.length ? found[list] : null,
    ]),
  );
}

const deedsOfViewer = (comment: Comment) => (comment.from === 'viewer' ? deedsOf('douyin', comment) : []);

/** The latest orders, most of them told before. */
const ordersOf = (room: Room) =>
  room
    .said()
    .slice(-300)
    .flatMap((said) => (said.anchor ? [] : deedsOf('douyin', said)))
    .filter(({ what }) => what === 'order')
    .map(({ id, nick, at, item }) => ({
      order_id: id,
      order_status: 3,
      order_ts: Math.floor(at / 1000),
      nick_name: nick,
      product_id: '3721004410018',
      product_title: item,
      item_num: 1,
      order_amount: { value: 26_900 },
    }));

function commentOf({ id, hasId, nick, user, text, at, from }: Comment) {
  return {
    ...(hasId && { comment_id: id }),
    content: text,
    create_time: Math.floor(at / 1000),
    is_anchor: from === 'anchor',
    user: { user_id: user, nickname: nick, avatar: '' },
  };
}
