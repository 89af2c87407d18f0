import { spoil } from '../hostile.ts';
import type { Comment } from '../player.ts';
import { type Answer, askAgain, type Backstage, type Visit } from './wire.ts';

const commentApi = 'mtop.taobao.iliad.comment.query.anchorlatest';
const viewerApi = 'mtop.taobao.iliad.comment.query.latest';
const publishApi = 'mtop.taobao.iliad.comment.publish';
const hiddenApi = 'mtop.taobao.iliad.flow.pull';

/** Answers as h5api.m.taobao.com does: `callback({...})`; null: no such address. */
export function answerTaobao({ url }: Visit, stage: Backstage): Answer | null {
  const [, base, api = '', version = ''] = url.pathname.split('/');
  const callback = url.searchParams.get('callback') ?? '';
  if (base !== 'h5' || !/^mtopjsonp\w{1,12}$/.test(callback)) return null;
  const input = inputOf(url.searchParams.get('data'));
  const { room } = stage;
  const answer = (ret: string, data: string) =>
    script(
      callback,
      `{"api":"${api}","v":"${version}","ret":["${ret}"],"traceId":"${trace(stage)}","data":${data}}`,
    );

  if (room.isLoggedOut()) return answer('FAIL_SYS_SESSION_EXPIRED::Session过期', '{}');
  switch (api) {
    case commentApi:
    case viewerApi:
      if (stage.feed === 'hidden') return answer('FAIL_SYS_API_NOT_FOUNDED::请求API不存在', '{}');
      return spoiled(callback, stage) ?? answer(success, feed(input, stage));
    case hiddenApi: {
      const sealed = Buffer.from(feed(input, stage)).toString('base64');
      return answer(success, JSON.stringify({ flow: sealed }));
    }
    case publishApi: {
      const text = typeof input.content === 'string' ? input.content.trim() : '';
      if (!text || text.length > 50) return answer('FAIL_BIZ_CONTENT::评论内容不合规范', '{}');
      return room.say(text) ? answer(success, '{}') : answer('FAIL_BIZ_REPEAT::请勿重复发送相同内容', '{}');
    }
    default:
      return null;
  }
}

const success = 'SUCCESS::调用成功';
const script = (callback: string, body: string): Answer => ({
  type: 'application/javascript; charset=utf-8',
  body: ` ${callback}(${body})`,
});

function spoiled(callback: string, stage: Backstage): Answer | null {
  const bad = spoil('taobao', stage);
  return bad === null ? null : script(callback, bad);
}

function feed(input: Record<string, unknown>, stage: Backstage): string {
  const { room, pollMs } = stage;
  const context = inputOf(input.paginationContext);
  const { comments, cursor, more } = room.read(typeof context.cursor === 'string' ? context.cursor : null);
  return JSON.stringify({
    [stage.feed === 'renamed' ? 'commentEntries' : 'comments']: comments.map((comment) =>
      taobaoComment(comment, room.id()),
    ),
    delay: String(askAgain(more, pollMs)),
    paginationContext: JSON.stringify({ cursor, commentId: comments.at(-1)?.id ?? '0' }),
  });
}

/** A comment as the servers write it. */
export function taobaoComment({ id, hasId, user, nick, text, at, badges, from }: Comment, liveId: string) {
  const isMarked = /^[⁂∰⏇]/.test(text);
  return {
    commentId: hasId ? id : '',
    commodities: [],
    content: text,
    publisherId: user,
    publisherNick: nick,
    // the account's own name, masked as the console does
    tbNick: accountOf(user),
    renders: {
      ...(from === 'anchor' ? { render_anchor: 'true' } : {}),
      commentType: from !== 'system' ? 'normal' : isMarked ? 'normal' : 'assistant',
      fanLevel: badges.includes('粉丝') ? '2' : '0',
      isAddCart: badges.includes('已加购') ? '1' : '0',
      isOrder: badges.includes('已下单') ? '1' : '0',
      liveId,
      medalIcon: '',
      showMod: 'COMMON',
      tbUserIdEncode: `RAzN8${user}`,
    },
    replyToCommentId: '0',
    replyToUserId: '0',
    timestamp: String(at),
  };
}

/** What stands in brackets behind the nick. */
const accountOf = (user: string): string => `tb${user.slice(-7)}`;

function inputOf(text: unknown): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(typeof text === 'string' ? text : '{}');
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const trace = ({ random, now }: Backstage) => `2150${now().toString(16)}${random.int(2 ** 32).toString(16)}e`;
