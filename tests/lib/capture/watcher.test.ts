import { beforeEach, expect, test } from 'vitest';
import { type Glance, type Watcher, watchList } from '../../../lib/capture/watcher.ts';
import type { RowReader } from '../../../lib/platforms/platform.ts';

let reads: string[] = [];
const reader: RowReader = {
  list: (document) => document.querySelector('#list'),
  row: '.row',
  read: (row) => {
    const [nick = '', text = ''] = (row.textContent ?? '').trim().split(':');
    reads.push(nick);
    return text ? { nick, text } : null;
  },
};
const row = (text: string, style = '') =>
  `<div class="row" style="${style}"><div class="row">${text}</div></div>`;

let glances: Glance[] = [];
let watcher: Watcher;
const list = () => document.querySelector('#list') as HTMLElement;
const nicks = (glance: Glance | undefined) => glance?.rows.map(({ said }) => said.nick);
const settled = () => new Promise((done) => setTimeout(done, 0));

beforeEach(() => {
  reads = [];
  glances = [];
  document.body.innerHTML = '';
  watcher = watchList({ document, readers: () => [reader], onGlance: (glance) => glances.push(glance) });
  return () => watcher.stop();
});

test('a list is found when it appears, and once more when it is replaced', async () => {
  watcher.check();
  document.body.innerHTML = `<div id="list">${row('a:1')}</div>`;
  await settled();
  document.body.innerHTML = `<div id="list">${row('a:1')}${row('b:2')}</div>`;
  watcher.check();

  expect(glances.map((glance) => [glance.isFirst, nicks(glance)])).toEqual([
    [true, ['a']],
    [true, ['a', 'b']],
  ]);
});

test('an added row is read at once, and no other row again', async () => {
  document.body.innerHTML = `<div id="list">${row('a:1')}${row('b:2')}</div>`;
  watcher.check();
  reads = [];

  list().insertAdjacentHTML('beforeend', row('c:3'));
  await settled();

  expect(nicks(glances.at(-1))).toEqual(['a', 'b', 'c']);
  expect(glances.at(-1)?.isFirst).toBe(false);
  expect(reads).toEqual(['c']);
});

test('a recycled node is a new row, whether its text or its children are changed', async () => {
  document.body.innerHTML = `<div id="list">${row('a:1')}${row('b:2')}</div>`;
  watcher.check();
  const [first, second] = [...list().querySelectorAll('.row .row')];

  (first?.firstChild as Text).data = 'c:3';
  await settled();
  (second as Element).innerHTML = '<b>d:4</b>';
  await settled();

  expect(glances.slice(1).map(nicks)).toEqual([
    ['c', 'b'],
    ['c', 'd'],
  ]);
});

test('rows that were changed while out of the list are read anew when they come back', async () => {
  document.body.innerHTML = `<div id="list">${row('a:1')}</div>`;
  watcher.check();
  const taken = list().firstElementChild as Element;
  taken.remove();
  taken.innerHTML = 'z:9';

  list().append(taken);
  await settled();

  expect(nicks(glances.at(-1))).toEqual(['z']);
});

test('rows are told as the eye sees them, however the list places its nodes', () => {
  const placed = ['top: 40px', 'top: 0px', 'top: 20px'];
  const moved = ['translateY(40px)', 'translate3d(0, 0px, 0)', 'translate(0px, 20px)'];
  for (const styles of [placed, moved.map((one) => `transform: ${one}`)]) {
    document.body.innerHTML = `<div id="list">${styles.map((style, i) => row(`${'cab'[i]}:1`, style)).join('')}</div>`;
    watcher.check();
  }

  expect(glances.map(nicks)).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ]);
});

test('what cannot be read is counted apart', () => {
  document.body.innerHTML = `<div id="list">${row('a:1')}${row('欢迎')}</div>`;
  watcher.check();

  expect(nicks(glances[0])).toEqual(['a']);
  expect(glances[0]?.unreadable).toHaveLength(1);
});
