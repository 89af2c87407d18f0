import { expect, test } from 'vitest';
import { douyinConsole } from '../../../../lib/platforms/douyin/console.ts';
import { douyinEos } from '../../../../lib/platforms/douyin/eos.ts';
import { douyinViewer } from '../../../../lib/platforms/douyin/viewer.ts';
import type { RowReader } from '../../../../lib/platforms/platform.ts';
import { pageOf } from '../page.ts';

function said(rows: RowReader, document: Document) {
  const list = rows.list(document);
  const found = [...(list?.querySelectorAll(rows.row) ?? [])];
  return found.filter((row) => !row.parentElement?.closest(rows.row)).map((row) => rows.read(row));
}

test('EOS rows are read, its goods are none of them', () => {
  const document = pageOf(`
    <div id="live-card-list"><div class="list-a"><div class="item-b"><span class="item-name-c">风衣</span></div></div></div>
    <div class="comment-panel-1"><div class="list-gdqoHn">
      <div class="item-x_bazm"><span class="item-name-qa">小王：</span><span class="item-content-kH">多少钱<img alt="[赞]"></span></div>
      <div class="item-x_bazm"><span class="item-name-qa">我：</span><span class="item-content-kH">欢迎</span></div>
      <div class="item-x_bazm">有人来了</div>
    </div></div>
    <div class="comment-wrap-1"><textarea class="input-2" id="it"></textarea></div>`);

  expect(said(douyinEos.rows, document)).toEqual([
    { nick: '小王', text: '多少钱[赞]' },
    { nick: '我', text: '欢迎', anchor: true },
    null,
  ]);
  expect(douyinEos.composer(document)?.id).toBe('it');
  expect(douyinEos.rows.list(pageOf('<p></p>'))).toBeNull();
});

test('rows of the viewers’ page are read, badges apart, with a colon inside the nick’s node or beside it', () => {
  const row = (inner: string) =>
    `<div class="webcast-chatroom___item"><div class="webcast-chatroom___item-wrapper">${inner}</div></div>`;
  const text = '<span class="webcast-chatroom___content-with-emoji-text">多少钱: 三个</span>';
  const document = pageOf(`<div class="webcast-chatroom___list"><div class="webcast-chatroom___items">
    ${row(`<span><b>12</b></span><span>小王：</span>${text}`)}
    ${row(`<div><span>粉丝团</span><div><span>小李：</span></div></div><div>${text}</div>`)}
    ${row(`<span><b>小张</b>：</span>${text}`)}
    ${row('<span>小赵：</span><span>送出了小心心</span>')}
  </div></div>`);

  expect(said(douyinViewer.rows, document)).toEqual([
    { nick: '小王', text: '多少钱: 三个' },
    { nick: '小李', text: '多少钱: 三个' },
    { nick: '小张', text: '多少钱: 三个' },
    null,
  ]);
});

test('the goods panel tells ids, numbers, and by its button what is being explained', () => {
  const item = (id: string, name: string, button: string) => `
    <div data-rbd-draggable-id="${id}" class="goodsItem-x rpa_lc__live-goods__goods-item">
      <div class="indexWrapper-x"><input value="${id}"></div><div title="${name}">${name}</div>
      <span>¥269</span><span>库存 412 · 已售 138</span>
      <div class="goodsAction-x"><button>更多</button><button>${button}</button></div>
    </div>`;
  const goods = douyinConsole.goods(
    pageOf(item('1', '中长款风衣', '讲解') + item('2', '保温杯', '取消讲解')),
  );

  expect(goods).toEqual({
    items: [
      { id: '1', title: '中长款风衣', number: 1, price: 26_900, stock: 412 },
      { id: '2', title: '保温杯', number: 2, price: 26_900, stock: 412 },
    ],
    explaining: '2',
  });
  expect(douyinConsole.goods(pageOf('<p></p>'))).toBeNull();
});
