import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ScriptsPage } from '../../components/scripts/ScriptsPage.tsx';
import { LogContext } from '../../components/use-log.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { changeScripts, readProducts, readScripts, readStarter } from '../../lib/log/shop.ts';
import { createWriter } from '../../lib/log/writer.ts';
import { libraryJson } from '../../lib/shop/library-file.ts';
import { script } from '../lib/shop/scripts.ts';
import { show } from './show.tsx';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

function open(): Database {
  const db = openDatabase(`scripts-${crypto.randomUUID()}`);
  opened.push(db);
  return db;
}

const page = (...scripts: Parameters<typeof script>[]): Promise<Database> => pageOn(open(), ...scripts);

async function pageOn(db: Database, ...scripts: Parameters<typeof script>[]): Promise<Database> {
  await changeScripts(db, { put: scripts.map((one) => script(...one)) });
  show(
    <LogContext value={db}>
      <ScriptsPage />
    </LogContext>,
  );
  await screen.findByText(scripts.length > 0 ? `${scripts.length} 条` : '还没有本店话术');
  return db;
}
const table = () => screen.getByRole('table', { name: '本店话术' });
const rows = () => within(table()).getAllByRole('row').slice(1);
const cell = (name: string) => screen.getByLabelText<HTMLTextAreaElement>(name);
const textOf = async (db: Database, id: string) => (await readScripts(db)).find((one) => one.id === id)?.text;

test('a cell that is left is kept', async () => {
  const db = await page(['a', { text: '看尺码表', code: 'cm' }]);

  await userEvent.clear(cell('话术 cm'));
  await userEvent.type(cell('话术 cm'), '尺码表在三号链接');
  await userEvent.tab();

  await waitFor(async () => expect(await textOf(db, 'a')).toBe('尺码表在三号链接'));
});

test('a cell given up with Esc is as it was, and an empty reply is not kept', async () => {
  const db = await page(['a', { text: '看尺码表', code: 'cm' }]);

  await userEvent.type(cell('话术 cm'), '吧{Escape}');
  expect(cell('话术 cm').value).toBe('看尺码表');
  await userEvent.clear(cell('话术 cm'));
  await userEvent.tab();

  expect(within(table()).getByRole('alert').textContent).toBe('没有话术内容');
  expect(await textOf(db, 'a')).toBe('看尺码表');
});

test('the verdict follows each stroke', async () => {
  await page(['a', { text: '看尺码表', code: 'cm' }]);
  await within(table()).findByText('可用');

  fireEvent.change(cell('话术 cm'), { target: { value: '全网最低价' } });

  expect(await within(table()).findByText('禁用')).toBeTruthy();
  expect(rows()[0]!.dataset.bad).toBe('true');
});

test('a script is added on top, duplicated and deleted, and comes back', async () => {
  const db = await page(['a', { text: '看尺码表' }]);

  await userEvent.click(screen.getByRole('button', { name: '添加' }));
  await waitFor(() => expect(rows()).toHaveLength(2));
  await waitFor(() => expect(document.activeElement).toBe(within(rows()[0]!).getByDisplayValue('新话术')));
  await userEvent.click(screen.getByRole('button', { name: '复制一条 看尺码表' }));
  await waitFor(() => expect(rows()).toHaveLength(3));
  await userEvent.click(screen.getAllByRole('button', { name: '删除 看尺码表' })[0]!);
  await waitFor(() => expect(rows()).toHaveLength(2));
  await userEvent.click(screen.getByRole('button', { name: '撤销' }));

  await screen.findByText('已撤销');
  await waitFor(async () => expect(await readScripts(db)).toHaveLength(3));
});

test('scripts are found by code and initials, and filtered by intent', async () => {
  await page(['a', { text: '看尺码表', code: 'cm' }], ['b', { text: '今天发货', intent: 'shipping' }]);
  const search = screen.getByRole('searchbox');

  fireEvent.change(search, { target: { value: 'jtfh' } });
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(within(rows()[0]!).getByDisplayValue('今天发货')).toBeTruthy();
  fireEvent.change(search, { target: { value: '' } });
  await userEvent.selectOptions(screen.getByLabelText('意图'), 'size');

  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(within(rows()[0]!).getByDisplayValue('看尺码表')).toBeTruthy();
});

test('pasted rules are previewed, and nothing is taken before it is wanted', async () => {
  const db = await page(['a', { text: '看尺码表' }]);
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '全部检查' }).disabled).toBe(false),
  );

  await userEvent.click(screen.getByRole('button', { name: '导入' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('粘贴内容'), {
    target: { value: '几天到/多久到|三天左右|看物流\n看尺码表\n保价吗|全网最低价\n空的|' },
  });
  await userEvent.click(within(dialog).getByRole('button', { name: '预览' }));

  expect(await within(dialog).findByText('新增 2 · 更新 0 · 已有 1 · 有误 1')).toBeTruthy();
  expect(await readScripts(db)).toHaveLength(1);
  await userEvent.click(within(dialog).getByRole('button', { name: '导入 1 条' }));

  await waitFor(async () => expect(await readScripts(db)).toHaveLength(2));
  expect((await readScripts(db))[1]).toMatchObject({
    text: '{三天左右/看物流}',
    examples: ['几天到', '多久到'],
    intent: 'shipping',
  });
});

test('a file of ours brings its products, too, and both go back together', async () => {
  const db = await page();
  await waitFor(() => screen.getByText('看这', { exact: false }));
  const json = libraryJson([script('a')], [{ id: 'p', addedAt: 1, names: '风衣', facts: [] }]);
  await userEvent.click(screen.getByRole('button', { name: '导入' }));
  const dialog = await screen.findByRole('dialog');

  await userEvent.upload(
    dialog.querySelector<HTMLInputElement>('input[type=file]')!,
    new File([json], 'library.json'),
  );
  await userEvent.click(await within(dialog).findByRole('button', { name: '导入 1 条' }));
  await waitFor(async () => expect((await readProducts(db)).map(({ names }) => names)).toEqual(['风衣']));
  await userEvent.click(await screen.findByRole('button', { name: '撤销' }));

  await waitFor(async () => expect([await readScripts(db), await readProducts(db)]).toEqual([[], []]));
});

test('one button checks all: what is banned, too long, open or there twice', async () => {
  await page(
    ['a', { text: '全网最低价' }],
    ['b', { text: '长'.repeat(60) }],
    ['c', { text: '到手{到手价}' }],
    ['d', { text: '今天下单，明天发货' }],
    ['e', { text: '今天下单明天发货' }],
  );
  const button = screen.getByRole<HTMLButtonElement>('button', { name: '全部检查' });
  await waitFor(() => expect(button.disabled).toBe(false));

  await userEvent.click(button);

  const results = await screen.findByRole('region', { name: '检查结果' });
  expect(await within(results).findByText('检查了 5 条，3 条不能用')).toBeTruthy();
  expect(within(results).getByText('禁用')).toBeTruthy();
  expect(within(results).getByText('60 字，超过 50')).toBeTruthy();
  expect(within(results).getByText('没有资料可填：{到手价}')).toBeTruthy();
  expect(within(results).getByText('与“今天下单，明天发货”重复')).toBeTruthy();
});

test('the built-in replies are switched off by trade', async () => {
  const db = await page();

  await userEvent.click(screen.getByRole('switch', { name: '使用食品的话术' }));

  await waitFor(async () => expect((await readStarter(db)).off).toEqual(['food']));
});

test('a gap noted while live is written as a script with its question, or settled, and can come back', async () => {
  const db = open();
  const at = 1_790_000_000_000;
  const writer = createWriter(db, { now: () => at, newId: () => 's' });
  const room = { platform: 'taobao', id: 'r', title: '小满' } as const;
  await writer.attach({ room, tab: 1, stream: 'page' });
  const lack = (question: string, text: string) =>
    ({ kind: 'lack', at, seenAt: at, question, text, intent: 'usage' }) as const;
  await writer.append({
    session: 's',
    stream: 'panel',
    offset: 0,
    events: [lack('q1', '能机洗吗'), lack('q2', '怎么充电')],
    from: 'panel',
  });
  await pageOn(db);

  await userEvent.click(await screen.findByRole('button', { name: '写成话术 能机洗吗' }));
  await waitFor(async () =>
    expect(await readScripts(db)).toMatchObject([{ examples: ['能机洗吗'], intent: 'usage' }]),
  );
  await waitFor(() => expect(screen.queryByRole('button', { name: '写成话术 能机洗吗' })).toBeNull());

  await userEvent.click(screen.getByRole('button', { name: '不用写 怎么充电' }));
  await waitFor(() => expect(screen.queryByText('话术缺口', { exact: false })).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: '撤销' }));
  expect(await screen.findByRole('button', { name: '写成话术 怎么充电' })).toBeTruthy();
});
