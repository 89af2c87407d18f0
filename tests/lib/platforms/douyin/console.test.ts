import { expect, test } from 'vitest';
import { douyinConsole } from '../../../../lib/platforms/douyin/console.ts';
import type { Reading } from '../../../../lib/platforms/platform.ts';
import { pageOf } from '../page.ts';

const now = 1_795_340_000_000;
const feedUrl = 'https://buyin.jinritemai.com/api/anchor/comment/info?comment_query_type=1&cursor=';
const internalExt = 'wss_push_room_id:7686000000097000291|wss_push_did:3491662690900000103|seq:12';

function read(body: unknown, url = feedUrl): Reading {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return douyinConsole.read({ via: 'fetch', url, body: text, seenAt: now });
}
const answer = (items: unknown, more: object = {}) => ({
  code: 0,
  data: { comment_infos: items, internal_ext: internalExt, cursor: '1', ...more },
});
/** Ids carry their second in the upper half. */
const idAt = (at: number) => String((BigInt(Math.floor(at / 1000)) << 32n) | 77n);

test('the feed is read with id, user, time, badges and room', () => {
  const id = idAt(now - 5000);

  const reading = read(
    answer([{ comment_id: id, uid: '42', nick_name: '小王', content: '多少钱', tags: ['新客', '已加购'] }]),
  );

  expect(reading).toMatchObject({ roomId: '7686000000097000291', malformed: 0, oversized: 0 });
  expect(reading.said).toEqual([
    { id, userId: '42', nick: '小王', text: '多少钱', at: now - 5000, badges: ['新客', '已加购'] },
  ]);
});

test('bare 19-digit ids keep every digit', () => {
  const { said } = read(
    `{"st":0,"data":{"internal_ext":"","comment_infos":[
      {"comment_id":7686342044733789199,"uid":3491662690900000103,"nick_name":"a","content":"1"},
      {"comment_id": 7686342044733789201 ,"uid":7,"nick_name":"b","content":"id 7686342044733789203"}]}}`,
  );

  expect(said?.map(({ id, userId, text }) => [id, userId, text])).toEqual([
    ['7686342044733789199', '3491662690900000103', '1'],
    ['7686342044733789201', '7', 'id 7686342044733789203'],
  ]);
});

test('the broadcaster is told by the uid in internal_ext', () => {
  const { said } = read(
    answer([
      { comment_id: '1', uid: '3491662690900000103', nick_name: '旗舰店', content: '欢迎' },
      { comment_id: '2', uid: '9', nick_name: '小王', content: '来了' },
    ]),
  );

  expect(said?.map(({ anchor }) => anchor)).toEqual([true, undefined]);
});

test('a quiet answer is not a broken one', () => {
  expect(read(answer([])).said).toEqual([]);
  expect(read(answer(null)).said).toEqual([]);
  expect(read(answer(undefined))).toMatchObject({ said: [], malformed: 0 });
});

test('an answer whose comments stand under another name is broken, but still tells the room', () => {
  const reading = read(answer(undefined, { comments_v3: [{ id: '1', text: '多少钱' }] }));

  expect(reading.said).toBeUndefined();
  expect(reading).toMatchObject({ malformed: 1, roomId: '7686000000097000291' });
});

test('items without a text or with too much of it are dropped one by one and counted', () => {
  const good = { comment_id: '1', uid: '1', nick_name: 'a', content: '好' };
  const reading = read(
    answer([
      good,
      null,
      7,
      [],
      { ...good, content: ' ' },
      { ...good, content: '长'.repeat(1001) },
      { content: 'x' },
    ]),
  );

  expect(reading.said).toHaveLength(1);
  expect(reading).toMatchObject({ malformed: 5, oversized: 1 });
});

test('an answer to someone logged out says so', () => {
  expect(read({ code: 20000007, msg: '用户未登录', data: null }).trouble).toBe('logged-out');
  expect(read({ st: 20000007 }).trouble).toBe('logged-out');
});

test('the room is also told by playinfo, which is no comment feed', () => {
  const reading = read(
    '{"code":0,"data":{"room_id":7686000000097000291}}',
    'https://fxg.jinritemai.com/api/anchor/livepc/playinfo?x=1',
  );

  expect(reading).toEqual({ metrics: [], malformed: 0, oversized: 0, roomId: '7686000000097000291' });
});

/** The row as three releases of the console wrote it. */
const forms: Record<string, (name: string) => string> = {
  '2024': (name) => `index-module__${name}___2fLb5`,
  '2025': (name) => `${name}-AzWZJ8`,
  '2026': (name) => `${name}-c29372`,
};

for (const [year, cls] of Object.entries(forms)) {
  test(`rows of ${year} are read with badges apart from the nick`, () => {
    const document = pageOf(`
      <div id="goods"><div class="${cls('goodsItem')}">风衣</div></div>
      <div class="${cls('commentList')}">
        <div class="${cls('commentItem')}">
          <span class="${cls('nickname')}"><span class="${cls('commentTag')}">新客</span>小王：</span>
          <span class="${cls('description')}">多少钱<img alt="[微笑]" src="e.png"></span>
        </div>
        <div class="${cls('commentItem')}">
          <span class="${cls('nickname')}"><i class="${cls('authorTag')}">主播</i>旗舰店:</span>
          <span class="${cls('description')}">欢迎</span>
        </div>
        <div class="${cls('commentItem')}"><span class="${cls('nickname')}">主播我：</span>
          <span class="${cls('description')}">拍下</span></div>
        <div class="${cls('commentItem')}">用户进入了直播间</div>
      </div>`);
    const { rows } = douyinConsole;

    const list = rows.list(document);
    const said = [...(list?.querySelectorAll(rows.row) ?? [])].map((row) => rows.read(row));

    expect(list?.className).toBe(cls('commentList'));
    expect(said).toEqual([
      { nick: '小王', text: '多少钱[微笑]', badges: ['新客'] },
      { nick: '旗舰店', text: '欢迎', anchor: true },
      { nick: '主播我', text: '拍下', anchor: true },
      null,
    ]);
  });
}

test('the list of 2025 is found by its id, and a list without a known name by its rows', () => {
  const named = pageOf('<div id="comment-list-wrapper"></div>');
  const unnamed = pageOf('<section><div class="x-commentItem-1"></div></section>');

  expect(douyinConsole.rows.list(named)?.id).toBe('comment-list-wrapper');
  expect(douyinConsole.rows.list(unnamed)?.tagName).toBe('SECTION');
  expect(douyinConsole.rows.list(pageOf('<p>not live</p>'))).toBeNull();
});

const decoy = '<textarea placeholder="输入消息，主播可在主播看板上看到"></textarea>';

test('the composer is found by its placeholder and is never the note to the host', () => {
  const moved = pageOf(
    `<div id="input-comment-block-id">${decoy}</div><textarea id="it" placeholder="回复观众或直接发评，enter一键发送"></textarea>`,
  );
  const older = pageOf(
    `${decoy}<div id="input-comment-block-id">${decoy}<textarea id="it"></textarea></div>`,
  );
  const none = pageOf(`<div id="input-comment-block-id">${decoy}</div>`);

  expect(douyinConsole.composer(moved)?.id).toBe('it');
  expect(douyinConsole.composer(older)?.id).toBe('it');
  expect(douyinConsole.composer(none)).toBeNull();
});

test('the page’s own notices are understood', () => {
  const idle =
    pageOf(`<div class="auxo-modal-root"><div class="auxo-modal-content"><p>您长时间未操作，页面已暂停</p>
    <div class="auxo-modal-confirm-btns"><button class="auxo-btn-primary">恢复</button></div></div></div>`);
  const over = pageOf(
    '<div class="auxo-modal-content"><svg class="liveOverCloseIcon-x1"></svg><p>直播已结束</p></div>',
  );

  expect(douyinConsole.notice(idle)).toEqual({ trouble: 'idle-dialog' });
  expect(douyinConsole.notice(over)).toEqual({ ended: true });
  expect(douyinConsole.notice(pageOf('<div class="newCommentLabel-9">3 条新评论</div>'))).toEqual({
    trouble: 'list-paused',
  });
  expect(douyinConsole.notice(pageOf('<div class="auxo-modal-content">确认讲解？</div>'))).toEqual({});
});

test('only the live consoles of both hosts match', () => {
  const matches = (url: string) => douyinConsole.matches(new URL(url));

  expect(matches('https://buyin.jinritemai.com/dashboard/live/control?pre=1')).toBe(true);
  expect(matches('https://fxg.jinritemai.com/ffa/buyin/dashboard/live/control')).toBe(true);
  expect(matches('https://fxg.jinritemai.com/ffa/content-tool/live/control')).toBe(true);
  expect(matches('https://fxg.jinritemai.com/login/common')).toBe(false);
  expect(matches('https://buyin.jinritemai.com.evil.example/dashboard/live/control')).toBe(false);
});
