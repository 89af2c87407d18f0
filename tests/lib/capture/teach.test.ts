import { beforeEach, expect, test } from 'vitest';
import { pageKeyOf, taughtReader } from '../../../lib/capture/taught.ts';
import { derive } from '../../../lib/capture/teach/derive.ts';
import { stems } from '../../../lib/capture/teach/selectors.ts';
import { skeletonOf } from '../../../lib/capture/teach/skeleton.ts';
import { readTaught, readTaughtFile, taughtFile } from '../../../lib/capture/teach/taught-file.ts';

const now = 1_795_340_000_000;
const at = (selector: string, nth = 0) => document.querySelectorAll(selector)[nth]!;
const page = (rows: string) => {
  document.body.innerHTML = `<main id="root"><div class="top"><b>在线</b><i>12</i></div><section><div class="box">${rows}</div></section></main>`;
};
const people = ['甲', '乙', '丙', '丁'];
const teach = (row: string, nick: string, text: string, nth = 1) =>
  derive(document, { row: at(row, nth), nick: at(nick, nth), text: at(text, nth) }, now);

beforeEach(() => {
  document.body.innerHTML = '';
});

test('a hashed class keeps what outlives a release', () => {
  expect(stems('index-module__commentItem___2fLb5')[0]).toBe('commentItem');
  expect(stems('commentItem-AzWZJ8')).toEqual(['commentItem']);
  expect(stems('list-item--TAlkJ')).toEqual(['list-item']);
  expect(stems('tc-comment-item-userinfo-name')[0]).toContain('comment-item-userinfo-name');
  expect(stems('x9f3')).toEqual([]);
});

test('one comment is enough to read its siblings, by names that outlive a release', () => {
  page(
    people
      .map(
        (name) =>
          `<div class="msgRow-a8f3k"><span class="who-x1y2z">${name}：</span><span class="words-q9w8e">有货吗</span></div>`,
      )
      .join(''),
  );

  const lesson = teach('.msgRow-a8f3k', '.who-x1y2z', '.words-q9w8e');

  expect(lesson?.rows.map(({ nick, text }) => `${nick} ${text}`)).toEqual(
    people.map((name) => `${name} 有货吗`),
  );
  expect(lesson?.taught).toMatchObject({
    row: '[class*="msgRow"]',
    nick: '[class*="who"]',
    text: '[class*="words"]',
  });
  expect(lesson?.unread).toBe(0);
});

test('rows without any name of their own are read by their places', () => {
  page(people.map((name) => `<div><p><b>${name}</b></p><p><i>多少钱</i></p></div>`).join(''));

  const lesson = teach('.box > div', '.box > div b', '.box > div i');

  expect(lesson?.rows.map(({ nick }) => nick)).toEqual(people);
});

test('a text that stands bare beside its nick is told from it', () => {
  page(people.map((name) => `<div class="line"><span class="nick">${name}：</span> 包邮吗 </div>`).join(''));

  const lesson = teach('.line', '.nick', '.line');

  expect(lesson?.rows.map(({ nick, text }) => [nick, text])).toEqual(people.map((name) => [name, '包邮吗']));
});

test('badges before a name are no part of it', () => {
  page(
    people
      .map(
        (name) =>
          `<div class="line"><span class="nick"><i>粉丝</i>${name}：</span><span class="said">在</span></div>`,
      )
      .join(''),
  );

  expect(teach('.line', '.nick', '.said')?.rows.map(({ nick }) => nick)).toEqual(people);
});

test('pointing too far inside still finds the rows', () => {
  page(
    people
      .map(
        (name) =>
          `<div class="item"><div class="inner"><span class="nick">${name}</span><span class="said">好看</span></div></div>`,
      )
      .join(''),
  );

  expect(teach('.inner', '.nick', '.said')?.rows).toHaveLength(4);
});

test('what is like nothing else on the page is no lesson', () => {
  document.body.innerHTML = '<div><p>标题</p></div><footer><b>脚注</b></footer>';

  expect(derive(document, { row: at('div'), nick: at('p'), text: at('b') }, now)).toBeNull();
});

test('taught selectors read a list only where a row can be read', () => {
  const reader = taughtReader({ list: '.box', row: '.line', nick: '.nick', text: '.said', at: now });
  page('<div class="line"></div>');
  const before = reader.list(document);
  page('<div class="line"><span class="nick">甲：</span><span class="said">在吗</span></div>');

  expect(before).toBeNull();
  expect(reader.read(reader.list(document)!.querySelector('.line')!)).toMatchObject({
    nick: '甲',
    text: '在吗',
  });
});

const good = {
  list: '#root > div:nth-of-type(2)',
  row: '[class*="item"]',
  nick: '.nick',
  text: 'span',
  at: now,
};

test('a file brings back what was taught', () => {
  const pages = { 'buyin.jinritemai.com/dashboard/live/control': good };

  expect(readTaughtFile(taughtFile(pages))).toEqual(pages);
});

test.each([
  ['a slow selector', { ...good, row: 'div:has(* * *)' }],
  ['a list of selectors', { ...good, row: 'div, script' }],
  ['a selector with markup', { ...good, nick: '<img onerror=1>' }],
  ['an address in a value', { ...good, text: '[style*="url(https://x)"]' }],
  ['a huge selector', { ...good, row: 'a'.repeat(400) }],
  ['no string', { ...good, list: 7 }],
  ['nothing', null],
])('%s is left out', (_, taught) => {
  expect(readTaught({ 'host/path': taught, 'host/good': good })).toEqual({ 'host/good': good });
});

test('no file at all, a huge one and a stranger’s are refused', () => {
  expect(readTaughtFile('not json')).toBeNull();
  expect(readTaughtFile('null')).toBeNull();
  expect(readTaughtFile(JSON.stringify({ format: 'else', version: 1, pages: { 'a/b': good } }))).toBeNull();
  expect(readTaughtFile(`${taughtFile({ 'a/b': good })}${' '.repeat(70_000)}`)).toBeNull();
});

test('a page is named without its room', () => {
  expect(pageKeyOf(new URL('https://live.douyin.com/123456?x=1'))).toBe('live.douyin.com/*');
  expect(pageKeyOf(new URL('https://zs.kwaixiaodian.com/page/helper'))).toBe(
    'zs.kwaixiaodian.com/page/helper',
  );
});

test('a skeleton has the page’s structure and none of its words', () => {
  page(
    people
      .map((name) => `<div class="item" title="${name}" data-user="${name}"><b>${name}</b>说的话</div>`)
      .join(''),
  );

  const text = JSON.stringify(skeletonOf(document.body));

  expect(text).toContain('"item"');
  expect(text).toContain('"alike":1');
  for (const word of [...people, '说的话', '在线']) expect(text).not.toContain(word);
});
