import { expect, test } from 'vitest';
import { taobaoViewer } from '../../../lib/platforms/taobao/viewer.ts';
import { pageOf } from './page.ts';

const now = 1_795_340_000_000;
const cdn =
  'https://impaas.alicdn.com/live/message/69297687-d197-4781-b71a-4d3ba1dc7acf/1795339996/1795340000';
const query =
  'https://h5api.m.taobao.com/h5/mtop.taobao.iliad.comment.query.latest/1.0/?callback=mtopjsonp3&type=jsonp';
const read = (url: string, body: string) => taobaoViewer.read({ via: 'fetch', url, body, seenAt: now });
const packed = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const answer = (...messages: unknown[]) =>
  JSON.stringify({
    endTime: 1_795_340_000,
    pullInterval: 4,
    payloads: messages.map((one) => ({ data: packed(typeof one === 'string' ? one : JSON.stringify(one)) })),
  });
const comment = (over: object = {}) => ({
  content: '给个近景',
  publisherId: '22410000044',
  publisherNick: '阿珍',
  timestamp: now - 3000,
  liveId: 498000000097,
  ...over,
});

test('the CDN’s messages are comments in base64, with bare numbers for ids', () => {
  const body = answer().replace(
    '[]',
    `[{"data":"${packed(
      '{"commentId":7686342044733789199,"content":"给个近景","publisherNick":"阿珍","timestamp":1795339997000,"liveId":498000000097}',
    )}"}]`,
  );

  expect(read(cdn, body)).toMatchObject({
    said: [{ id: '7686342044733789199', nick: '阿珍', text: '给个近景', at: now - 3000 }],
    roomId: '498000000097',
    malformed: 0,
  });
});

test('messages of other kinds are nobody’s comments and no fault; broken ones are', () => {
  const { said, malformed } = read(
    cdn,
    answer({ giftName: '小心心' }, '\b\u0012二进制', comment({ content: '' })),
  );

  expect([said, malformed]).toEqual([[], 0]);
  expect(read(cdn, '{"payloads":[{"data":7},{}]}').malformed).toBe(2);
  expect(read(cdn, '{"payloads":{}}')).toMatchObject({ malformed: 1 });
  expect(read(cdn, '{"payloads":[]}')).toMatchObject({ said: [], malformed: 0 });
  expect(read(cdn, answer(comment({ publisherNick: 7 })))).toMatchObject({ said: [], malformed: 1 });
});

test('who followed is told as such and not as a comment', () => {
  const follows = comment({ commentId: 12, content: '关注了主播', renders: { enhancedType: 'follow' } });

  expect(read(cdn, answer(follows))).toMatchObject({
    said: [],
    did: [{ what: 'follow', id: 'follow:12', nick: '阿珍', userId: '22410000044', at: now - 3000 }],
  });
});

test('the viewer’s own query is read like the console’s', () => {
  const body = `mtopjsonp3(${JSON.stringify({
    ret: ['SUCCESS::调用成功'],
    data: { comments: [comment({ commentId: '408', renders: { liveId: '498000000097' } })], delay: '5000' },
  })})`;

  expect(read(query, body)).toMatchObject({
    said: [{ id: '408', nick: '阿珍' }],
    roomId: '498000000097',
  });
});

test('rows are found by the beginning of their class names', () => {
  const document = pageOf(`<div id="liveComment"><div>
    <div class="itemWrap--EcN_tFIg"><span class="authorTitle--_Dl75ZJ6">阿珍：</span><span class="content--pSjaTkyl">给个近景</span></div>
    <div class="itemWrap--EcN_tFIg"><span class="authorTitle--_Dl75ZJ6">阿珍</span><span class="content--pSjaTkyl">⁂进入直播间</span></div>
    <div class="itemWrap--EcN_tFIg">来了</div></div></div>`);
  const { rows } = taobaoViewer;

  const said = [...(rows.list(document)?.querySelectorAll(rows.row) ?? [])].map((row) => rows.read(row));

  expect(said).toEqual([{ nick: '阿珍', text: '给个近景' }, null, null]);
});

test('the page is known by host and path, the room by its address', () => {
  const at = (url: string) => [taobaoViewer.matches(new URL(url)), taobaoViewer.roomId(new URL(url))];

  expect(at('https://tbzb.taobao.com/live?liveId=498000000097&spm=a')).toEqual([true, '498000000097']);
  expect(at('https://tbzb.taobao.com/follow?liveId=498')).toEqual([true, '498']);
  expect(at('https://tbzb.taobao.com/')[0]).toBe(false);
  expect(at('https://liveplatform.taobao.com/live?liveId=498')[0]).toBe(false);
});
