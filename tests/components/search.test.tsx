import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { complete } from '../../components/search/complete.ts';
import { SearchPage } from '../../components/search/SearchPage.tsx';
import { serveSearch } from '../../components/search/serve.ts';
import { LogContext } from '../../components/use-log.ts';
import { textIn } from '../../lib/i18n/text.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { createWriter } from '../../lib/log/writer.ts';
import { comment } from '../fixtures/events.ts';
import { show, start } from './show.tsx';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

async function page(texts: readonly string[], first = ''): Promise<string> {
  const db = openDatabase(`search-${crypto.randomUUID()}`);
  opened.push(db);
  const writer = createWriter(db, { now: () => start, newId: () => crypto.randomUUID() });
  let session = '';
  if (texts.length > 0) {
    const room = { platform: 'douyin', id: 'r', title: '小满家居' } as const;
    const attached = await writer.attach({ room, tab: 1, stream: 'a' });
    session = attached.session;
    const events = texts.map((text, i) => comment(text, { id: `${i}`, at: start + i * 1000 }));
    await writer.append({ session, stream: 'a', from: 'page', offset: 0, events });
  }
  show(
    <LogContext value={db}>
      <SearchPage
        first={first}
        open={(onTold) => ({
          ask: serveSearch(db, (told) => queueMicrotask(() => onTold(told))),
          close: () => {},
        })}
      />
    </LogContext>,
  );
  return session;
}
const box = () => screen.getByLabelText('搜索所有场次的评论');
const links = () => screen.getAllByRole('link');

test('a hit is marked, stands between its neighbours, and leads into the replay at its moment', async () => {
  const session = await page(['前一句', '请问什么时候发货呀', '后一句']);

  await userEvent.type(box(), '什么时候发货');
  const mark = await screen.findByText('什么时候发货', { selector: 'mark' });

  expect(mark.closest('li')?.textContent).toMatch(/前一句.*请问什么时候发货呀.*后一句/s);
  expect(links().map((link) => link.getAttribute('href'))).toEqual([`#/sessions/${session}?at=1`]);
  expect(screen.getByRole('status').textContent).toMatch(/^1 条 · \d+ 毫秒$/);
  expect(location.hash).toBe(`#/search?q=${encodeURIComponent('什么时候发货')}`);
});

test('arrows go from the box to the hits and back, Esc clears the box', async () => {
  await page(['发货一', '发货二'], '发货');
  await waitFor(() => expect(links()).toHaveLength(2));

  box().focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(links()[0]);
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(links()[1]);
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(document.activeElement).toBe(box());
  await userEvent.keyboard('{Escape}');
  expect(box()).toHaveProperty('value', '');
});

test('examples teach what can be typed, and can be tried', async () => {
  await page(['什么时候发货']);

  await userEvent.click(await screen.findByRole('button', { name: '什么时候发货' }));

  expect(await screen.findByText('什么时候发货', { selector: 'mark' })).toBeTruthy();
});

test('no hits, no sessions and pieces that mean nothing are each said', async () => {
  await page(['发货'], '退款 日期:某天');
  expect(await screen.findByText('没有找到')).toBeTruthy();
  expect(screen.getByText(/看不懂“日期:某天”/)).toBeTruthy();

  fireEvent.change(box(), { target: { value: '' } });
  expect(screen.queryByText('没有找到')).toBeNull();
});

test('an empty log says what to do', async () => {
  await page([]);

  expect(await screen.findByText('还没有可搜索的场次')).toBeTruthy();
});

test('a chip begins a filter, whose values are completed', async () => {
  await page(['发货'], '发货');

  await userEvent.click(screen.getByRole('button', { name: '意图:' }));
  expect(box()).toHaveProperty('value', '发货 意图:');

  const labels = (typed: string) =>
    complete(typed, textIn('zh-CN'), { rooms: ['小满 家居', '小满 家居'], rules: ['极限词'] }).map(
      ({ label }) => label,
    );
  expect(labels('发货 平台:')).toEqual(['抖音', '淘宝', '快手']);
  expect(labels('意图:发')).toEqual(['发货']);
  expect(labels('规')).toEqual(['规则:']);
  expect(complete('-房间:小', textIn('zh-CN'), { rooms: ['小满 家居'], rules: [] })[0]?.typed).toBe(
    '-房间:"小满 家居" ',
  );
  expect(labels('发货 ')).toEqual([]);
});
