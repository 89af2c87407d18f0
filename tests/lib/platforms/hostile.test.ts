import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../../lib/limits.ts';
import { pageAt, pages } from '../../../lib/platforms/index.ts';
import type { PlatformPage, Traffic } from '../../../lib/platforms/platform.ts';
import { pageOf } from './page.ts';

const now = 1_795_340_000_000;

/** The addresses an adapter listens to, and some it does not. */
const urls = (page: PlatformPage) => [
  ...page.tap.urls.map((part) => `https://x.example${part}?a=1`),
  'https://x.example/',
  '',
];

async function expectSound(page: PlatformPage, traffic: Traffic): Promise<void> {
  const reading = await page.read(traffic);

  expect(reading.malformed).toBeGreaterThanOrEqual(0);
  for (const said of reading.said ?? []) {
    expect(said.text.length).toBeLessThanOrEqual(limits.text);
    expect(said.text.trim()).not.toBe('');
    expect(said.nick.length).toBeLessThanOrEqual(limits.nick);
    expect(said.badges?.length ?? 0).toBeLessThanOrEqual(limits.badges);
    for (const id of [said.id, said.userId]) if (id !== undefined) expect(id).toMatch(/^.{1,128}$/su);
    if (said.at !== undefined) expect(Number.isInteger(said.at)).toBe(true);
  }
}

const keys = fc.constantFrom(
  ...[
    'code',
    'st',
    'data',
    'comment_infos',
    'internal_ext',
    'comment_id',
    'uid',
    'nick_name',
    'content',
    'tags',
  ],
  ...['ret', 'comments', 'commentId', 'publisherNick', 'publisherId', 'renders', 'timestamp', 'commentType'],
  ...[
    'result',
    'liveStreamId',
    'commentContent',
    'fromUserName',
    'commentTime',
    'commentSourceTips',
    ...['payloads', 'liveId', 'enhancedType', 'commodityCardList', 'itemId', 'title'],
    '__proto__',
  ],
);
/** JSON that uses the right names in wrong places. */
const nearly = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom<unknown>(null, 0, 20000007, 2 ** 60, -1, 'SUCCESS::调用成功', '', 'x'.repeat(2000)),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 6 }),
  ),
})).value;

for (const page of pages) {
  const via = fc.constantFrom<Traffic['via']>('fetch', 'xhr', 'jsonp', 'socket', 'frame', 'props');
  const url = fc.constantFrom(...urls(page));

  test(`${page.platform}: no JSON makes the adapter throw or let in what is too big`, async () => {
    await fc.assert(
      fc.asyncProperty(via, url, fc.oneof(nearly, fc.jsonValue()), async (via, url, body) => {
        await expectSound(page, { via, url, body: JSON.stringify(body), seenAt: now });
      }),
      { numRuns: 300 },
    );
  });

  test(`${page.platform}: no text makes the adapter throw`, async () => {
    const deep = (open: string, close: string) => open.repeat(50_000) + close.repeat(50_000);
    for (const body of [
      deep('[', ']'),
      deep('{"a":', '}'),
      '[7686342044733789199,',
      '(((',
      'f()',
      '\u0000',
      'null',
    ])
      for (const url of urls(page)) await expectSound(page, { via: 'fetch', url, body, seenAt: now });
    await fc.assert(
      fc.asyncProperty(via, url, fc.string({ unit: 'binary' }), async (via, url, body) => {
        await expectSound(page, { via, url, body, seenAt: now });
      }),
    );
  });

  test(`${page.platform}: no markup makes the row reader throw or let in what is too big`, () => {
    const names = [
      'commentItem-1',
      'nickname-1',
      'description-1',
      'authorTag',
      'tc-comment-item',
      'list-item--1',
    ];
    const more = [
      'tc-comment-item-userinfo-name',
      'tc-comment-item-content',
      'username--1',
      'replied-content--1',
      ...['itemWrap--1', 'authorTitle--1', 'content--1', 'comment-cell', 'username', 'comment'],
      ...['list-container--1', 'list-item', 'list-item-img-index', 'cardBtn--1'],
    ];
    const html = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(
          '',
          '小王：',
          '在线人数',
          '¥1,2',
          '库存 9万',
          '<b>&lt;script&gt;',
          '长'.repeat(1200),
          '<img alt="[笑]">',
          '<span>',
        ),
        fc
          .tuple(fc.constantFrom(...names, ...more), fc.array(tie('node'), { maxLength: 3 }))
          .map(([name, inner]) => `<div class="${name}">${inner.join('')}</div>`),
      ),
    })).node;
    fc.assert(
      fc.property(html, (body) => {
        const document = pageOf(body);
        const { rows } = page;
        const list = rows?.list(document) ?? document.body;
        for (const row of rows ? list.querySelectorAll(rows.row) : []) {
          const said = rows?.read(row);
          if (said) expect(said.text.length).toBeLessThanOrEqual(limits.text);
        }
        page.notice(document, null);
        page.composer(document);
        page.account(document);
        for (const { value } of page.figures?.(document) ?? []) expect(Number.isFinite(value)).toBe(true);
        for (const item of page.goods?.(document)?.items ?? [])
          expect(Number.isSafeInteger(item.price ?? 0) && item.title.length <= limits.title).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
}

test('addresses without a live console have no page', () => {
  expect(pageAt(new URL('https://buyin.jinritemai.com/mpa/account/login'))).toBeNull();
  expect(pageAt(new URL('https://zs.kwaixiaodian.com/page/helper'))?.platform).toBe('kuaishou');
});
