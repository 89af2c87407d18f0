import { expect, test } from 'vitest';
import { douyinCompass } from '../../../../lib/platforms/douyin/compass.ts';
import { douyinConsole } from '../../../../lib/platforms/douyin/console.ts';
import { douyinEos } from '../../../../lib/platforms/douyin/eos.ts';

const now = 1_795_340_000_000;
const at = now - 5000;
const id = String((BigInt(Math.floor(at / 1000)) << 32n) | 77n);
const traffic = (url: string, body: unknown) => ({
  via: 'fetch' as const,
  url: `https://x.example/${url}`,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  seenAt: now,
});
const compass = (url: string, data: unknown) => douyinCompass.read(traffic(url, { st: 0, data }));

test('the screen of 2026-03 tells comments and deeds, null lists and brands aside', () => {
  const one = { msg_type: 'x', msg_id: id, nick_name: '小王', user_id: '42', content: '多少钱' };

  const reading = compass('message?live_room_id=1', {
    messages: {
      comment: [one],
      room_enter: [one],
      room_like: null,
      room_follow: [one, null],
      subscribe_merchant_brand_vip: [one],
      ecom_fansclub_participate: [{ ...one, nick_name: 7 }],
    },
  });

  expect(reading.said).toEqual([{ id, userId: '42', nick: '小王', text: '多少钱', at }]);
  expect(reading.did).toEqual([
    { what: 'enter', id, userId: '42', nick: '小王', at },
    { what: 'follow', id, userId: '42', nick: '小王', at },
    { what: 'fanclub', id, userId: '42', at },
  ]);
  expect(reading.malformed).toBe(0);
});

test('orders are told when they are paid, under the order’s id in both releases', () => {
  const order = {
    order_id: '69',
    nick_name: '小王',
    product_title: '风衣',
    item_num: 2,
    order_ts: at / 1000,
  };
  const paid = { what: 'order', id: '69', nick: '小王', item: '风衣', count: 2, at };

  const stream = compass('live_order_stream?x', [
    { ...order, order_status: 1 },
    { ...order, order_status: 3 },
    { ...order, order_status: { toString: 1 }, item_num: {} },
  ]);
  const list = compass('a/live_order?room_id=1&order_status=3', { order_list: [order, 7] });

  expect(stream.did).toEqual([paid]);
  expect(list).toMatchObject({ did: [paid], malformed: 1 });
  expect(compass('a/live_order?order_status=1', { order_list: [order] }).did).toEqual([]);
});

test('the screen of 2026-08 tells comments with their time and author, and figures', () => {
  const comments = [
    {
      comment_id: 7686342044733789199n.toString(),
      content: '好',
      create_time: at / 1000,
      is_anchor: true,
      user: '旗舰店',
    },
    {
      comment_id: '2',
      content: '多少钱',
      create_time: at,
      is_anchor: false,
      user: { nickname: '小王', user_id: '4' },
    },
  ];

  expect(compass('live_comment?x', { comments, cursor: '1' }).said).toEqual([
    { id: '7686342044733789199', nick: '旗舰店', text: '好', at, anchor: true },
    { id: '2', userId: '4', nick: '小王', text: '多少钱', at },
  ]);
  expect(compass('live_comment?x', { cursor: '1' }).said).toEqual([]);
  expect(
    compass('a/base_info?x', {
      gmv: 26_900,
      pay_cnt: { value: 3 },
      online_user_cnt: { value: '18' },
      title: '秋冬',
    }),
  ).toMatchObject({
    title: '秋冬',
    metrics: [
      { name: 'online', value: 18 },
      { name: 'orders', value: 3 },
      { name: 'sales', value: 26_900 },
    ],
  });
  expect(
    compass('a/core_data?x', { core_data: [{ index_name: 'online_user_cnt', value: { value: 5 } }, null] })
      .metrics,
  ).toEqual([{ name: 'online', value: 5 }]);
});

test('a stranger’s message is no feed, someone logged out is told so, and the room stands in the address', () => {
  const url = new URL('https://compass.jinritemai.com/screen/talent/main?live_room_id=7686&source=x');

  expect(compass('push_message?x', { list: [] })).toEqual({ metrics: [], malformed: 0, oversized: 0 });
  expect(douyinCompass.read(traffic('message?', { st: 20000007 })).trouble).toBe('logged-out');
  expect(douyinCompass.matches(url) && douyinCompass.roomId(url)).toBe('7686');
  expect(douyinCompass.matches(new URL('https://compass.jinritemai.com/shop'))).toBe(false);
});

test('the console tells its goods, all or some of them, and its figures', () => {
  const promotions = [
    { promotion_id: '1', product_id: '9', title: '风衣', min_price: 26_900, stock_num: '4' },
    { product_id: '8', title: '保温杯', price: -1 },
    { title: '没有编号' },
  ];
  const path = 'api/anchor/livepc/promotions_v2?list_type=1&promotion_ids=';
  const body = { code: 0, data: { promotions, extra: { room_id: '7686' } } };

  expect(douyinConsole.read(traffic(path, body))).toMatchObject({
    roomId: '7686',
    malformed: 1,
    goods: {
      items: [
        { id: '1', title: '风衣', price: 26_900, stock: 4 },
        { id: '8', title: '保温杯' },
      ],
    },
  });
  expect(douyinConsole.read(traffic(`${path}1,2`, body)).goods?.part).toBe(true);
  expect(
    douyinConsole.read(
      traffic('x/livepc/realtime', { code: 0, data: { online_user_cnt: 5, pay_order_gmv: 100 } }),
    ).metrics,
  ).toEqual([
    { name: 'online', value: 5 },
    { name: 'sales', value: 100 },
  ]);
});

test('comments are found in an answer of any shape, and nothing is made of other lists', () => {
  const found = douyinEos.read(
    traffic('comment/list', {
      a: {
        b: [
          {
            c: { items: [{ id_str: id, content: '多少钱', user: { nickname: '小王', uid: 4 } }, { id: 7 }] },
          },
        ],
      },
    }),
  );
  const goods = douyinEos.read(traffic('comment/list', { list: [{ id: 1, title: '风衣', name: 'x' }] }));

  expect(found).toMatchObject({ said: [{ id, userId: '4', nick: '小王', text: '多少钱' }], malformed: 1 });
  expect(goods).toEqual({ metrics: [], malformed: 0, oversized: 0 });
  expect(douyinEos.read(traffic('comment/list', `${'['.repeat(9000)}${']'.repeat(9000)}`)).malformed).toBe(0);
});
