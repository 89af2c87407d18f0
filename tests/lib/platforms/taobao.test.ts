import { expect, test } from 'vitest';
import type { Reading } from '../../../lib/platforms/platform.ts';
import { taobaoConsole } from '../../../lib/platforms/taobao/console.ts';
import { pageOf } from './page.ts';

const now = 1_795_340_000_000;
const feedUrl =
  'https://h5api.m.taobao.com/h5/mtop.taobao.iliad.comment.query.anchorlatest/3.0/?callback=mtopjsonp7&type=jsonp';

function read(body: unknown, via: 'jsonp' | 'fetch' = 'jsonp'): Reading {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return taobaoConsole.read({ via, url: feedUrl, body: text, seenAt: now });
}
const answer = (comments: unknown) => ({ ret: ['SUCCESS::调用成功'], data: { comments, delay: '2000' } });
const comment = (over: object = {}, renders: object = {}) => ({
  commentId: '4080002717000',
  content: '给个近景',
  publisherId: '22410000044',
  publisherNick: '阿珍',
  tbNick: 'tb0000044',
  timestamp: String(now - 3000),
  replyToCommentId: '0',
  renders: {
    commentType: 'normal',
    isAddCart: '0',
    isOrder: '0',
    fanLevel: '0',
    showMod: 'COMMON',
    ...renders,
  },
  ...over,
});

test('the feed is read with id, user, time and what the buyer did', () => {
  const { said } = read(answer([comment({}, { isAddCart: '1', isOrder: '1', fanLevel: '2' })]));

  expect(said).toEqual([
    {
      id: '4080002717000',
      userId: '22410000044',
      nick: '阿珍',
      text: '给个近景',
      at: now - 3000,
      badges: ['已加购', '已下单', '粉丝'],
    },
  ]);
});

test('the answer is read with its callback around it, too', () => {
  const { said } = read(` mtopjsonp7(${JSON.stringify(answer([comment({ content: '(1)(2)' })]))});`, 'fetch');

  expect(said?.[0]?.text).toBe('(1)(2)');
});

test('only the text true makes an anchor', () => {
  const { said } = read(
    answer([
      comment({}, { render_anchor: 'true' }),
      comment({}, { render_anchor: 'false' }),
      comment({}, { render_anchor: true }),
      comment(),
    ]),
  );

  expect(said?.map(({ anchor }) => anchor)).toEqual([true, undefined, undefined, undefined]);
});

test('rows of the system are nobody’s comments and no fault either', () => {
  const reading = read(
    answer([
      comment({ content: '⁂进入直播间' }),
      comment({ content: '∰关注了主播' }),
      comment({ content: '⏇点赞' }),
      comment({}, { commentType: 'assistant' }),
      comment({ publisherNick: '问答助手' }),
      comment({ content: '⁂' }, { commentType: 'normal' }),
    ]),
  );

  expect(reading).toMatchObject({ said: [], malformed: 0, oversized: 0 });
});

test('an expired session is told from a broken answer', () => {
  expect(read({ ret: ['FAIL_SYS_SESSION_EXPIRED::Session过期'], data: {} }).trouble).toBe('logged-out');
  expect(read({ ret: ['FAIL_SYS_ILLEGAL_ACCESS::非法请求'] })).toMatchObject({ malformed: 1 });
  expect(read('mtopjsonp7({"ret":["SUCC')).toMatchObject({ malformed: 1 });
});

test('a token that is renewed is no fault, an answer without news none either', () => {
  expect(read({ ret: ['FAIL_SYS_TOKEN_EXOIRED::令牌过期'] })).toMatchObject({ malformed: 0 });
  expect(read({ ret: ['SUCCESS::调用成功'], data: { paginationContext: '{}' } })).toMatchObject({
    said: [],
    malformed: 0,
  });
  expect(
    read({ ret: ['SUCCESS::调用成功'], data: { paginationContext: '{}', entries: [comment()] } }),
  ).toMatchObject({ malformed: 1 });
});

test('an impossible time is no time', () => {
  const { said } = read(answer([comment({ timestamp: 'never' }), comment({ timestamp: '9999999999999' })]));

  expect(said?.map(({ at }) => at)).toEqual([undefined, undefined]);
});

test('rows are read without the account behind the nick', () => {
  const document = pageOf(`
    <section class="tc-comment-list">
      <div class="tc-comment-item">
        <div class="tc-comment-item-userinfo"><i class="tag">已加购</i>
          <span class="tc-comment-item-userinfo-name">阿珍(tb0000044)</span></div>
        <span class="alpw-comment-time">20:15</span>
        <div class="tc-comment-item-content"><span>给个近景</span></div>
      </div>
      <div class="tc-comment-item">
        <div class="tc-comment-item-userinfo"><i class="tag">主播</i>
          <span class="tc-comment-item-userinfo-name">(旗舰)店（tb1）</span></div>
        <div class="tc-comment-item-content"><span>欢迎</span></div>
      </div>
      <div class="tc-comment-item"><span class="tc-comment-item-userinfo-name">AI助理(x)</span>
        <div class="tc-comment-item-content"><span>已回答</span></div></div>
      <div class="tc-comment-item"></div>
    </section>`);
  const { rows } = taobaoConsole;

  const said = [...(rows.list(document)?.querySelectorAll(rows.row) ?? [])].map((row) => rows.read(row));

  expect(said).toEqual([
    { nick: '阿珍', text: '给个近景', shownAt: '20:15', badges: ['已加购'] },
    { nick: '(旗舰)店', text: '欢迎', anchor: true },
    null,
    null,
  ]);
});

test('the room’s id stands in the address', () => {
  const at = (url: string) => taobaoConsole.roomId(new URL(url));
  const base = 'https://liveplatform.taobao.com/restful/index/live/control';

  expect(at(`${base}?liveId=498000000097`)).toBe('498000000097');
  expect(at(base)).toBeNull();
  expect(at(`${base}?liveId=%3Cscript%3E`)).toBeNull();
  expect(taobaoConsole.matches(new URL(`${base}?liveId=1`))).toBe(true);
  expect(taobaoConsole.matches(new URL('https://liveplatform.taobao.com/restful/index/live/list'))).toBe(
    false,
  );
});

test('the console also stands in Qianniu’s shell, new and old', () => {
  const isConsole = (url: string) => taobaoConsole.matches(new URL(url));

  for (const host of ['qn.taobao.com', 'myseller.taobao.com']) {
    expect(isConsole(`https://${host}/home.htm/qn-live-container/live/control?liveId=1`)).toBe(true);
    expect(isConsole(`https://${host}/home.htm/live-dashboard-qn/`)).toBe(true);
    expect(isConsole(`https://${host}/home.htm/qn-live-container/live/list`)).toBe(false);
    expect(isConsole(`https://${host}/restful/index/live/control`)).toBe(false);
  }
});

const shelf = (rows: string) =>
  pageOf(`<div id="livePushed-tcl-unique-scroll-list"><div id="tcl-unique-virtual-list">${rows}</div></div>`);

test('goods are read with number, price, stock and which one is explained', () => {
  const document = shelf(`
    <div class="list-item"><div class="list-item-img-index">1</div><b>¥</b><b>269</b><b>.50</b>
      <span>双排扣风衣 ¥</span><p>双排扣收腰风衣</p><i>库存 1.2万 · 已售 138</i>
      <button>弹品</button><button data-tblalog-id="jiangJie">结束讲解</button></div>
    <div class="list-item"><input data-tblalog-id="sort_input" value="12"><p title="半高领羊毛衫">半高…</p>
      <button data-tblalog-id="jiangJie">标记讲解</button></div>
    <div class="list-item"><button data-tblalog-id="jiangJie">标记讲解标记讲解标记讲解</button></div>`);

  expect(taobaoConsole.goods(document)).toEqual({
    items: [
      { id: '双排扣收腰风衣', number: 1, title: '双排扣收腰风衣', price: 26_950, stock: 12_000 },
      { id: '半高领羊毛衫', number: 12, title: '半高领羊毛衫' },
    ],
    explaining: '双排扣收腰风衣',
    part: true,
  });
  expect(taobaoConsole.goods(pageOf(''))).toBeNull();
});

test('the composer is found by its placeholder first', () => {
  const document =
    pageOf(`<textarea id="other"></textarea><div id="comment-page"><div class="x"><div class="tc-comment-reply">
    <textarea id="it" placeholder="回复观众或直接enter发评论，输入/可快捷回复"></textarea></div></div></div>`);
  const renamed = pageOf(
    '<div id="comment-page"><div class="tc-comment-reply"><textarea id="it"></textarea></div></div>',
  );

  expect(taobaoConsole.composer(document)?.id).toBe('it');
  expect(taobaoConsole.composer(renamed)?.id).toBe('it');
});

test('a live that is listed but no longer online is over, another one’s end is not ours', () => {
  const list = (state: string) =>
    pageOf(`<div id="scrollableDiv"><div class="tblalm-lm-list-item-live ${state}">
      <div class="tblalm-lm-list-item-live-subTitle-id">场次ID <span class="tui-number-figure">498</span></div></div></div>`);

  expect(taobaoConsole.notice(list(''), '498')).toEqual({ ended: true });
  expect(taobaoConsole.notice(list('online'), '498')).toEqual({});
  expect(taobaoConsole.notice(list(''), '499')).toEqual({});
  expect(taobaoConsole.notice(pageOf(''), '498')).toEqual({});
});
