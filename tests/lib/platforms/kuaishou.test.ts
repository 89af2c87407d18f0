import { expect, test } from 'vitest';
import { kuaishouConsole } from '../../../lib/platforms/kuaishou/console.ts';
import type { Traffic } from '../../../lib/platforms/platform.ts';
import { pageOf } from './page.ts';

const now = 1_795_340_000_000;
const read = (via: Traffic['via'], body: unknown, url = '') =>
  kuaishouConsole.read({ via, url, body: JSON.stringify(body), seenAt: now });
const comment = {
  commentId: '9002291656',
  fromUserId: '4130001135',
  fromUserName: '幸福一家人',
  commentContent: '有内衬的吗',
  commentTime: String(now - 2000),
  commentSource: 1,
  commentSourceTips: '新客·已加购',
};

test('comments of the React tree are read with id, user, time and badges', () => {
  expect(read('props', [comment]).said).toEqual([
    {
      id: '9002291656',
      userId: '4130001135',
      nick: '幸福一家人',
      text: '有内衬的吗',
      at: now - 2000,
      badges: ['新客', '已加购'],
    },
  ]);
});

test('source 0 is the broadcaster, an absent source is not', () => {
  const { commentSource, ...older } = comment;
  const said = read('props', [
    { ...comment, commentSource: 0 },
    older,
    { ...comment, commentSource: '0' },
  ]).said;

  expect(commentSource).toBe(1);
  expect(said?.map(({ anchor }) => anchor)).toEqual([true, undefined, true]);
});

test('a comment without an id stays without one', () => {
  expect(read('props', [{ ...comment, commentId: '' }]).said?.[0]).not.toHaveProperty('id');
});

test('the room’s id and a lost log-in are told by live/current', () => {
  const url = 'https://zs.kwaixiaodian.com/rest/pc/live/assistant/live/current';

  expect(read('fetch', { result: 1, data: { liveStreamId: 'KsLive1x' } }, url)).toMatchObject({
    roomId: 'KsLive1x',
  });
  expect(read('xhr', { result: 109, error_msg: '请先登录' }, url).trouble).toBe('logged-out');
  expect(read('xhr', { result: 1, data: { liveStreamId: '' } }, url).roomId).toBeUndefined();
});

const row = (cls: (name: string) => string) => `<div class="${cls('list-item')}">
  <span class="${cls('head')}">幸</span><span class="${cls('username')}">幸福一家人</span>
  <div class="${cls('replied-content')}">有内衬的吗<img alt="[流泪]"></div></div>`;
const goods =
  '<div data-virtuoso-scroller="true"><div data-index="0"><div class="goods-list-item--x">风衣</div></div></div>';
const lists = {
  'react-virtualized of 2023': `<div class="comment-wrap--jjwHQ"><div class="ReactVirtualized__Grid">
    <div class="ReactVirtualized__Grid__innerScrollContainer"><div style="position:absolute;top:0px">${row((n) => `${n}--naHYA`)}</div></div></div></div>`,
  'react-virtualized of 2024': `<div class="ReactVirtualized__Grid__innerScrollContainer">${row((n) => `${n}--BCJbc`)}</div>`,
  'react-virtuoso': `<div data-virtuoso-scroller="true"><div data-viewport-type="element"><div>
    <div data-index="0" data-item-index="0">${row((n) => `${n}--TAlkJ`)}</div></div></div></div>`,
};

for (const [name, html] of Object.entries(lists)) {
  test(`rows of ${name} are read, goods are not`, () => {
    const document = pageOf(goods + html);
    const { rows } = kuaishouConsole;

    const found = [...(rows.list(document)?.querySelectorAll(rows.row) ?? [])];

    expect(found.length).toBeGreaterThan(0);
    expect(rows.read(found[0]!)).toEqual({ nick: '幸福一家人', text: '有内衬的吗[流泪]' });
  });
}

test('an empty comment list is found by its panel, the goods’ list is not taken for it', () => {
  const empty = pageOf(
    `${goods}<div class="comment-wrap--a"><div data-virtuoso-scroller="true" id="it"></div></div>`,
  );

  expect(kuaishouConsole.rows.list(empty)?.id).toBe('it');
  expect(kuaishouConsole.rows.list(pageOf(goods))).toBeNull();
});

test('the composer is an input with its own words', () => {
  const document = pageOf(
    '<input type="text" placeholder="搜索商品"><div class="reply-content--x"><input id="it" type="text" placeholder="一键回复观众或直接发评论"></div>',
  );

  expect(kuaishouConsole.composer(document)?.id).toBe('it');
});

test('the room’s own answer tells its stream, and that nobody is live without one', () => {
  const read = (liveStreamId: unknown) =>
    kuaishouConsole.read({
      via: 'fetch',
      url: 'https://zs.kwaixiaodian.com/rest/pc/live/assistant/live/current',
      body: JSON.stringify({ result: 1, data: { liveStreamId } }),
      seenAt: 1_795_340_000_000,
    });

  expect(read('KsLive01x')).toMatchObject({ roomId: 'KsLive01x' });
  expect(read('')).toMatchObject({ ended: true });
  expect(read(undefined).ended).toBeUndefined();
});
