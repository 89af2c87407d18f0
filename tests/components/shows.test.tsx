import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ShowsPage } from '../../components/shows/ShowsPage.tsx';
import { LogContext } from '../../components/use-log.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { changeShows, readShows } from '../../lib/log/day.ts';
import type { KeptShow } from '../../lib/show/schema.ts';
import { show } from './show.tsx';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

const evening: KeptShow = {
  id: 's',
  addedAt: 1,
  name: '晚场',
  startsAt: '20:00',
  segments: ['开场', '讲解', '答疑'].map((name) => ({ name, part: 'content', length: 600 })),
};

async function page(...shows: KeptShow[]): Promise<Database> {
  const db = openDatabase(`shows-${crypto.randomUUID()}`);
  opened.push(db);
  await changeShows(db, { put: shows });
  show(
    <LogContext value={db}>
      <ShowsPage />
    </LogContext>,
  );
  await screen.findByText(shows.length > 0 ? /个环节/ : '还没有流程单');
  return db;
}
const cell = (name: string) => screen.getByLabelText<HTMLTextAreaElement>(name);
const names = async (db: Database) => (await readShows(db))[0]?.segments.map(({ name }) => name);

test('a run of show is made from the golden five minutes and loops', async () => {
  const db = await page();

  await userEvent.click(screen.getByRole('button', { name: '新建' }));
  await userEvent.click(await screen.findByRole('button', { name: '生成' }));

  await screen.findByText('12 个环节 · 共 1:05:00');
  expect(await names(db)).toEqual(
    ['悬念', '福利', '方案'].concat([1, 2, 3].flatMap((n) => [`讲解 ${n}`, `答疑 ${n}`, `促单 ${n}`])),
  );
});

test('the keyboard moves a segment, adds one below, and goes from row to row', async () => {
  const db = await page(evening);

  cell('环节 1').focus();
  fireEvent.keyDown(cell('环节 1'), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(cell('环节 2'));
  fireEvent.keyDown(cell('环节 2'), { key: 'ArrowUp', altKey: true });
  await waitFor(async () => expect(await names(db)).toEqual(['讲解', '开场', '答疑']));
  await waitFor(() => expect(cell('环节 1').value).toBe('讲解'));
  fireEvent.keyDown(cell('环节 1'), { key: 'Enter', ctrlKey: true });

  await waitFor(async () => expect(await names(db)).toEqual(['讲解', '新环节', '开场', '答疑']));
});

test('a length that cannot be read stays in its cell with the reason, and nothing is kept', async () => {
  const db = await page(evening);

  await userEvent.clear(cell('时长（分钟） 2'));
  fireEvent.change(cell('时长（分钟） 2'), { target: { value: '很久' } });
  await userEvent.tab();

  expect((await screen.findByRole('alert')).textContent).toContain('看不懂时长');
  expect(cell('时长（分钟） 2').value).toBe('很久');
  expect((await readShows(db))[0]?.segments[1]?.length).toBe(600);
});

test('of a sheet that is wrong in line 40 the others are taken and that one stays to be mended', async () => {
  const db = await page(evening);
  const lines = Array.from({ length: 45 }, (_, i) => `第${i + 1}段\t讲解\t${i + 2 === 40 ? '很久' : 10}`);

  await userEvent.click(screen.getByRole('button', { name: '导入环节' }));
  const box = await screen.findByLabelText<HTMLTextAreaElement>('粘贴内容');
  fireEvent.change(box, { target: { value: ['环节\t类型\t时长（分钟）', ...lines].join('\n') } });
  const dialog = screen.getByRole('dialog');
  await within(dialog).findByText('第 40 行');
  await userEvent.click(within(dialog).getByRole('button', { name: '导入 44 行' }));

  await waitFor(async () => expect((await readShows(db))[0]?.segments).toHaveLength(47));
  await waitFor(() => expect(box.value).toBe('环节\t类型\t时长（分钟）\n第39段\t讲解\t很久'));
});
