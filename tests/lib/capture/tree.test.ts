import { act, createElement as h, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTreeReader, type TreeReader } from '../../../lib/capture/tap/tree.ts';

interface Comment {
  commentId: string;
  commentContent: string;
}
let root: Root;
let told: unknown[];
let reader: TreeReader;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.querySelector('#root') as Element);
  told = [];
  reader = createTreeReader(['commentId', 'commentContent'], (comments) => told.push(...comments));
});
afterEach(() => act(() => root.unmount()));

const render = (node: ReactNode) => act(() => root.render(node));
const list = () => document.querySelector('#list') as Element;
const rows = () => [...document.querySelectorAll('.row')];
const numbered = (from: number, to: number): Comment[] =>
  Array.from({ length: to - from }, (_, i) => ({
    commentId: `${from + i}`,
    commentContent: `text ${from + i}`,
  }));
const ids = () => told.map((comment) => (comment as Comment).commentId);

const Row = ({ data }: { data: Comment }) => h('span', null, data.commentContent);
/** Draws the last two rows of the comments it is given, as a virtual list does. */
const Virtual = ({ commentList }: { commentList: Comment[] }) =>
  h(
    'div',
    { id: 'list' },
    commentList
      .slice(-2)
      .map((data) => h('div', { className: 'row', key: data.commentId }, h(Row, { data }))),
  );

test('the whole list is read though two rows are drawn, each comment once', () => {
  render(h(Virtual, { commentList: numbered(0, 10) }));
  reader.list(list());
  render(h(Virtual, { commentList: numbered(3, 13) }));
  reader.list(list());

  expect(ids()).toEqual(numbered(0, 13).map(({ commentId }) => commentId));
});

test('comments that lie one step deeper in the list are read, too', () => {
  const Wrapped = ({ items }: { items: { kind: string; data: Comment }[] }) =>
    h('div', { id: 'list' }, h('i', null, items.length));
  render(h(Wrapped, { items: numbered(0, 3).map((data) => ({ kind: 'comment', data })) }));

  reader.list(list());

  expect(ids()).toEqual(['0', '1', '2']);
});

test('a row is read wherever its comment lies in its props', () => {
  const Deep = ({ item }: { item: { data: Comment } }) => h(Row, { data: item.data });
  const holder = (children: ReactNode) => h('section', null, [h('b', { key: 'b' }), children]);
  render(
    h('div', { id: 'list' }, [
      h('div', { className: 'row', key: 1 }, h(Row, { data: numbered(1, 2)[0]! })),
      h(
        'div',
        { className: 'row', key: 2 },
        holder(h(Deep, { key: 'd', item: { data: numbered(2, 3)[0]! } })),
      ),
      h('div', { className: 'row', key: 3 }, '用户进入了直播间'),
    ]),
  );

  expect(rows().map((row) => reader.row(row))).toEqual([true, true, false]);
  expect(ids()).toEqual(['1', '2']);
  expect(rows().map((row) => reader.row(row))).toEqual([true, true, false]);
  expect(told).toHaveLength(2);
});

test('only plain values leave the page', () => {
  const comment = { ...numbered(1, 2)[0]!, big: 12n, act: () => 1, tree: { a: 1 }, ok: true };
  render(h('div', { id: 'list' }, h('div', { className: 'row' }, h(Row, { data: comment }))));

  for (const row of rows()) reader.row(row);

  expect(told).toEqual([{ commentId: '1', commentContent: 'text 1', big: '12', ok: true }]);
});

test('a trap among the comments spoils itself alone', () => {
  const trap = {
    commentId: 'trap',
    get commentContent(): string {
      throw new Error('touched');
    },
  };
  const [first, last] = numbered(1, 3) as [Comment, Comment];
  const Trapped = ({ commentList }: { commentList: unknown[] }) =>
    h('div', { id: 'list' }, commentList.length);
  render(h(Trapped, { commentList: [first, trap, null, 7, last] }));

  reader.list(list());

  expect(ids()).toEqual(['1', '2']);
});

test('a page without React has nothing to tell', () => {
  document.body.innerHTML = '<div id="list"><div class="row">甲：多少钱</div></div>';

  reader.list(list());

  expect(rows().map((row) => reader.row(row))).toEqual([false]);
  expect(told).toEqual([]);
});
