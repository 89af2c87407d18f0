import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Feed } from '../../components/room/Feed.tsx';
import { createJudge } from '../../components/room/judge.ts';
import type { FeedRow } from '../../lib/room/state.ts';
import { checker, commentRow, settle, show } from './show.tsx';

const judge = createJudge(checker);
const feed = (rows: FeedRow[]) => <Feed rows={rows} total={rows.length} judge={judge} />;

function pointAt(element: Element) {
  fireEvent.pointerMove(element, { screenX: 5, screenY: 5 });
}

test('an empty feed says what will come', async () => {
  show(feed([]));
  await settle();

  expect(screen.getByText('还没有评论')).toBeTruthy();
});

test('a comment is shown as text, whatever it looks like', async () => {
  show(feed([commentRow(0, '<img src=x onerror=alert(1)>')]));
  await settle();

  expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
});

test('a finding is underlined in place', async () => {
  show(feed([commentRow(0, '你家的最好吃')]));
  await settle();

  expect(screen.getByText('最好').tagName).toBe('MARK');
});

test('under the pointer the rows stand still and what is new is counted', async () => {
  const rows = [commentRow(0, '第一条')];
  const { again } = show(feed(rows));
  await settle();
  const log = screen.getByRole('log');

  pointAt(log);
  rows.push(commentRow(1, '第二条'), commentRow(2, '第三条'));
  again(feed(rows));
  await settle();

  expect(within(log).queryByText('第二条')).toBeNull();
  expect(screen.getByText(/已暂停 · 新评论 2 条/)).toBeTruthy();
});

test.each([
  ['Escape', () => fireEvent.keyDown(document.body, { key: 'Escape' })],
  ['End', () => fireEvent.keyDown(document.body, { key: 'End' })],
  ['a click on the strip', () => fireEvent.click(screen.getByText(/已暂停/))],
  ['the pointer leaving', () => fireEvent.pointerLeave(screen.getByRole('log'))],
])('%s lets the feed go on', async (_, resume) => {
  const rows = [commentRow(0, '第一条')];
  const { again } = show(feed(rows));
  await settle();
  pointAt(screen.getByRole('log'));
  rows.push(commentRow(1, '第二条'));
  again(feed(rows));
  await settle();

  resume();
  await settle();

  expect(screen.queryByText(/已暂停/)).toBeNull();
  expect(screen.getByText('第二条')).toBeTruthy();
});

test('scrolling up holds the feed after the pointer is gone', async () => {
  show(feed([commentRow(0, '第一条')]));
  await settle();
  const log = screen.getByRole('log');

  fireEvent.wheel(log, { deltaY: -50 });
  pointAt(log);
  fireEvent.pointerLeave(log);

  expect(screen.getByText(/已暂停/)).toBeTruthy();
});

test('another room starts at its newest comment', async () => {
  const { again } = show(feed([commentRow(0, '甲')]));
  await settle();
  pointAt(screen.getByRole('log'));

  again(feed([commentRow(0, '乙')]));
  await settle();

  expect(screen.queryByText(/已暂停/)).toBeNull();
  expect(screen.getByText('乙')).toBeTruthy();
});

test('the feed is not read aloud comment by comment', async () => {
  show(feed([commentRow(0, '甲')]));
  await settle();

  expect(screen.getByRole('log').getAttribute('aria-live')).toBe('off');
});

test('a clicked comment is held and can be answered', async () => {
  const onReply = vi.fn();
  const row = commentRow(0, '孕妇可以用吗');
  show(<Feed rows={[row]} total={1} judge={judge} onReply={onReply} />);
  await settle();

  fireEvent.click(screen.getByText('孕妇可以用吗'));
  await settle();
  fireEvent.click(screen.getByText('回复'));

  expect(screen.getByText(/已暂停/)).toBeTruthy();
  expect(onReply).toHaveBeenCalledExactlyOnceWith(row);
});

test('the arrows walk from the newest comment up', async () => {
  show(feed([commentRow(0, '第一条'), commentRow(1, '第二条')]));
  await settle();
  const log = screen.getByRole('log');

  fireEvent.keyDown(log, { key: 'ArrowUp' });
  await settle();
  expect(document.activeElement?.textContent).toContain('第二条');
  fireEvent.keyDown(log, { key: 'ArrowUp' });
  await settle();
  expect(document.activeElement?.textContent).toContain('第一条');
});

test('while it follows only the rows that fit are drawn, and all of them once someone reads', async () => {
  const rows = Array.from({ length: 500 }, (_, i) => commentRow(i, `第${i}条`));
  show(feed(rows));
  await settle();
  const log = screen.getByRole('log');

  const following = log.querySelectorAll('[title]').length;
  pointAt(log);
  await settle();

  expect(following).toBe(560 / 28);
  expect(screen.queryByText('第499条')).toBeTruthy();
  expect(log.scrollTop).toBe(500 * 28 - log.clientHeight);
});
