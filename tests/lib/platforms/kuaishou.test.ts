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

test('goods are read with id, number, price, stock and which one is explained', () => {
  const goods = (index: number, id: string, action: string, name: string) => `<div data-index="${index}">
    <div id="${id}" class="list-item--x"><p title="${name}">${index + 1}. ${name}</p><b>¥269</b><i>库存 412 · 已售 1</i>
    <div class="cardBtn--x"><button>${action}</button></div></div></div>`;
  const document = pageOf(`<div class="list-container--a"><div data-virtuoso-scroller="true">
    ${goods(0, '371', '开始讲解', '风衣')}${goods(1, '372recording', '结束讲解', '羊毛衫')}</div></div>`);

  expect(kuaishouConsole.goods(document)).toEqual({
    items: [
      { id: '371', number: 1, title: '风衣', price: 26_900, stock: 412 },
      { id: '372', number: 2, title: '羊毛衫', price: 26_900, stock: 412 },
    ],
    explaining: '372',
    part: true,
  });
});

test('what is on sale is told with names and ids; prices come from the page, which shows their unit', () => {
  const url = 'https://zs.kwaixiaodian.com/rest/pc/live/assistant/dynamic/onsale';
  const answer = {
    result: 1,
    data: { commodityCardList: [{ itemId: 371, title: '风衣', price: '269' }, { itemId: '372' }, 7] },
  };

  expect(read('xhr', answer, url)).toMatchObject({ goods: { items: [{ id: '371', title: '风衣' }] } });
  expect(read('xhr', { result: 1, data: {} }, url).goods).toBeUndefined();
});

test('figures are read by their names, but not what viewers write', () => {
  const document = pageOf(`<div class="comment-wrap--a">
    <div data-virtuoso-scroller="true"><div data-index="0"><div class="list-item--x"><span class="username--x">小王</span>
    <div class="replied-content--x">在线人数 9</div></div></div></div></div>
    <div><span>在线人数</span><b>1.2万</b></div><p>回复率 92%</p>`);

  expect(kuaishouConsole.figures(document)).toEqual([
    { name: 'online', value: 12_000 },
    { name: 'replyRate', value: 92 },
  ]);
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
