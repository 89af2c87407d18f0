import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Opened } from '../../components/storage/Opened.tsx';
import { StoragePage } from '../../components/storage/StoragePage.tsx';
import { LogContext } from '../../components/use-log.ts';
import { readKeep } from '../../lib/keep/settings.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { readEvents } from '../../lib/log/reader.ts';
import { makeDatabase } from '../fixtures/databases.ts';
import { comment } from '../fixtures/events.ts';
import { newLog, putSession } from '../lib/keep/store.ts';
import { show } from './show.tsx';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});
const draw = (db: Database) =>
  show(
    <LogContext value={db}>
      <StoragePage />
    </LogContext>,
  );
const old = Date.now() - 40 * 24 * 60 * 60_000;

test('nothing goes before a person has seen what would go, and agreed', async () => {
  const db = newLog();
  await putSession(db, 's', [comment('几天发货', { at: old, seenAt: old })], { lastAt: old, endedAt: old });
  draw(db);
  const agree = await screen.findByRole('button', { name: '开启自动清理' });
  expect((agree as HTMLButtonElement).disabled).toBe(true);

  await userEvent.click(screen.getByRole('button', { name: '看看会清理什么' }));
  expect(await screen.findByText('会清理 1 场里的 1 条评论、0 条互动。')).toBeTruthy();
  expect((await readEvents(db, 's')).events[0]?.kind).toBe('comment');
  await userEvent.click(agree);
  expect(await screen.findByText(/无法恢复，也不能撤销/)).toBeTruthy();
  await userEvent.click(screen.getAllByRole('button', { name: '开启自动清理' }).at(-1)!);

  await waitFor(async () => expect((await readEvents(db, 's')).events[0]?.kind).toBe('gone'));
  await waitFor(async () => expect((await readKeep(db)).ranAt).not.toBeNull());
});

test('a record shorter than the law asks for cannot be set', async () => {
  const db = newLog();
  draw(db);
  const record = await screen.findByRole('textbox', { name: '合规记录' });

  await userEvent.clear(record);
  await userEvent.type(record, '365');

  expect(screen.getByText('请填 1096 到 3660 之间的整数')).toBeTruthy();
  expect((screen.getByRole('button', { name: '保存' }) as HTMLButtonElement).disabled).toBe(true);
});

test('a consent is noted with its proof, and taken back by another entry', async () => {
  const db = newLog();
  draw(db);
  await userEvent.type(await screen.findByLabelText('谁同意'), '主播阿宁');
  await userEvent.type(screen.getByLabelText('哪个直播间'), '晚八点专场');
  await userEvent.type(screen.getByLabelText(/^依据/), '合同第 3 条');
  await userEvent.click(screen.getByRole('button', { name: '登记' }));

  await userEvent.click(await screen.findByRole('button', { name: '撤回' }));
  await userEvent.type(
    screen.getAllByLabelText('谁在操作').find((box) => box.closest('form[aria-label="撤回同意"]'))!,
    '阿宁',
  );
  await userEvent.type(
    screen.getAllByLabelText('原因').find((box) => box.closest('form[aria-label="撤回同意"]'))!,
    '口头',
  );
  await userEvent.click(screen.getByRole('button', { name: '撤回同意' }));

  await waitFor(async () => expect(await db.ledger.count()).toBe(2));
  const [consent, withdrawal] = await db.ledger.toArray();
  expect(consent).toMatchObject({ what: 'consent', room: '晚八点专场', covers: 'both', why: '合同第 3 条' });
  expect(withdrawal).toMatchObject({ what: 'withdrawal', of: consent?.id });
});

test('everything is deleted only after the word was typed', async () => {
  const db = newLog();
  await putSession(db, 's', [comment('在吗')]);
  draw(db);
  const button = await screen.findByRole('button', { name: '清空全部数据' });
  const inSection = (label: string) =>
    screen.getAllByLabelText(label).find((box) => box.closest('section[aria-label="清空全部数据"]'))!;

  await userEvent.type(inSection('谁在操作'), '老板');
  await userEvent.type(inSection('原因'), '停用');
  expect((button as HTMLButtonElement).disabled).toBe(true);
  await userEvent.type(screen.getByLabelText('输入“全部删除”确认'), '全部删除');
  await userEvent.click(button);

  expect(await screen.findByText('已清空。')).toBeTruthy();
  expect([await db.sessions.count(), await db.pages.count()]).toEqual([0, 0]);
});

test('a failed upgrade stops with an export, and the page behind it is not drawn', async () => {
  const name = `old-${crypto.randomUUID()}`;
  await makeDatabase(name, 2);
  const db = openDatabase(name);
  opened.push(db);
  db.version(4).upgrade(() => {
    throw new RangeError('a step that went wrong');
  });

  show(
    <LogContext value={db}>
      <Opened>
        <p>控制台</p>
      </Opened>
    </LogContext>,
  );

  expect(await screen.findByText('升级本机数据库时出错，已经停下。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '原样导出全部数据' })).toBeTruthy();
  expect(screen.queryByText('控制台')).toBeNull();
});
