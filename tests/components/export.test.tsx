import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ExportMenu } from '../../components/export/ExportMenu.tsx';
import { LogContext } from '../../components/use-log.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { createWriter } from '../../lib/log/writer.ts';
import type { Session } from '../../lib/model.ts';
import { comment } from '../fixtures/events.ts';
import { show } from './show.tsx';

let db: Database;
let session: Session;
/** What the picked file got, and what the ledger held when it was begun. */
let file: { text: string; isClosed: boolean; isAborted: boolean; ledgerThen: number | null };

beforeEach(async () => {
  db = openDatabase(`test-${Math.random()}`);
  const writer = createWriter(db, { now: () => 1_790_000_000_000, newId: () => 's' });
  await writer.attach({ room: { platform: 'taobao', id: '1', title: '小满' }, tab: 1, stream: 'a' });
  const events = [comment('几天能到', { nick: '张三丰' }), comment('有券吗', { nick: '李四' })];
  await writer.append({ session: 's', stream: 'a', from: 'page', offset: 0, events });
  session = (await db.sessions.get('s'))!;
  file = { text: '', isClosed: false, isAborted: false, ledgerThen: null };
  const picker = async ({ suggestedName }: { suggestedName: string }) => ({
    name: suggestedName,
    createWritable: async () => {
      file.ledgerThen = await db.ledger.count();
      return {
        write: async (part: Uint8Array) => {
          file.text += new TextDecoder().decode(part);
        },
        close: async () => {
          file.isClosed = true;
        },
        abort: async () => {
          file.isAborted = true;
        },
      };
    },
  });
  vi.stubGlobal('showSaveFilePicker', picker);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await db.delete();
});

async function opened() {
  const user = userEvent.setup();
  show(
    <LogContext value={db}>
      <ExportMenu session={session} />
    </LogContext>,
  );
  await user.click(screen.getByRole('button', { name: '导出' }));
  await user.click(await screen.findByRole('radio', { name: /JSON Lines/ }));
  const save = () => user.click(screen.getAllByRole('button', { name: '导出' }).at(-1)!);
  return { user, save };
}

test('names are masked by default, and nothing is written into the ledger', async () => {
  const { save } = await opened();

  await save();

  expect(await screen.findByText(/^已导出 taobao-小满-.*\.jsonl$/)).toBeDefined();
  expect(file).toMatchObject({ isClosed: true, isAborted: false, ledgerThen: 0 });
  expect(file.text).toContain('张***');
  expect(file.text).not.toContain('三丰');
});

test('real names need a person and a reason, which stand in the ledger before the first byte', async () => {
  const { user, save } = await opened();

  await user.click(screen.getByRole('switch', { name: /昵称打码/ }));
  expect(screen.getByRole('button', { name: '导出原昵称' })).toHaveProperty('disabled', true);
  await user.type(screen.getByLabelText('谁导出'), '小王');
  await user.type(screen.getByLabelText('为什么需要'), '核对中奖名单');
  await user.click(screen.getByRole('button', { name: '导出原昵称' }));
  await save();

  await waitFor(() => expect(file.isClosed).toBe(true));
  expect(file.ledgerThen).toBe(1);
  expect(file.text).toContain('张三丰');
  expect(await db.ledger.toArray()).toMatchObject([
    { what: 'export-unmasked', who: '小王', why: '核对中奖名单', session: 's' },
  ]);
});

test('only what was asked for goes into the file', async () => {
  const { user, save } = await opened();

  await user.type(screen.getByLabelText(/只要包含这些字的/), '券');
  await save();

  await waitFor(() => expect(file.isClosed).toBe(true));
  expect(file.text).toContain('有券吗');
  expect(file.text).not.toContain('几天能到');
});

test('an export that fails leaves no file', async () => {
  const { save } = await opened();
  await db.sessions.delete('s');

  await save();

  expect((await screen.findByText(/^导出没有完成/)).textContent).toContain('没有留下文件');
  expect(file).toMatchObject({ isClosed: false, isAborted: true });
});
