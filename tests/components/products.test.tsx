import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ProductsPage } from '../../components/products/ProductsPage.tsx';
import { LogContext } from '../../components/use-log.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { changeProducts, readProducts } from '../../lib/log/shop.ts';
import { createWriter } from '../../lib/log/writer.ts';
import type { ShopProduct } from '../../lib/shop/schema.ts';
import { show, start } from './show.tsx';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

const coat: ShopProduct = {
  id: 'p1',
  addedAt: 1,
  names: '羊绒大衣',
  link: '3',
  facts: [
    { label: '价格', value: '599元' },
    { label: '材质', value: '羊绒' },
  ],
};

async function page(...products: ShopProduct[]): Promise<Database> {
  const db = openDatabase(`products-${crypto.randomUUID()}`);
  opened.push(db);
  await changeProducts(db, { put: products });
  show(
    <LogContext value={db}>
      <ProductsPage />
    </LogContext>,
  );
  await screen.findByText(products.length > 0 ? `${products.length} 个` : '还没有商品资料');
  return db;
}
const cell = (name: string) => screen.getByLabelText<HTMLTextAreaElement>(name);
async function retype(name: string, value: string) {
  await userEvent.clear(cell(name));
  fireEvent.change(cell(name), { target: { value } });
  await userEvent.tab();
}

test('facts with a column and facts without are kept as they are typed', async () => {
  const db = await page(coat);

  await retype('尺码 羊绒大衣', 'S到XL');
  await waitFor(async () => expect((await readProducts(db))[0]!.facts).toHaveLength(3));
  await retype('其他资料 羊绒大衣', '材质：羊绒 95%\n产地：桐乡');

  await waitFor(async () =>
    expect((await readProducts(db))[0]!.facts).toEqual([
      { label: '价格', value: '599元' },
      { label: '尺码', value: 'S到XL' },
      { label: '材质', value: '羊绒 95%' },
      { label: '产地', value: '桐乡' },
    ]),
  );
});

test('a cell that is emptied takes its fact away', async () => {
  const db = await page(coat);

  await retype('价格 羊绒大衣', '');

  await waitFor(async () =>
    expect((await readProducts(db))[0]!.facts).toEqual([{ label: '材质', value: '羊绒' }]),
  );
});

test('a link that is no number is refused and says why', async () => {
  const db = await page(coat);

  await retype('链接 羊绒大衣', '三');

  expect(screen.getByRole('alert').textContent).toBe('链接号要是 1–3 位数字');
  expect((await readProducts(db))[0]!.link).toBe('3');
});

test('the category for the rules is chosen, and given up again', async () => {
  const db = await page(coat);

  await userEvent.selectOptions(cell('类目 羊绒大衣'), 'cosmetics');
  await waitFor(async () => expect((await readProducts(db))[0]!.category).toBe('cosmetics'));
  await userEvent.selectOptions(cell('类目 羊绒大衣'), '');

  await waitFor(async () => expect(await readProducts(db)).toEqual([coat]));
});

test('a sheet is pasted: known links are brought up to date, other heads become facts', async () => {
  const db = await page(coat);

  await userEvent.click(screen.getByRole('button', { name: '导入' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('粘贴内容'), {
    target: {
      value: '链接\t商品名称\t价格\t洗涤\n3号链接\t羊绒大衣\t499元\t干洗\n4\t毛衣\t99元\t\nx\t帽子\t\t',
    },
  });
  await userEvent.click(within(dialog).getByRole('button', { name: '预览' }));
  expect(await within(dialog).findByText('新增 1 · 更新 1 · 已有 0 · 有误 1')).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: '导入 2 条' }));

  await waitFor(async () => expect(await readProducts(db)).toHaveLength(2));
  const [first, second] = await readProducts(db);
  expect(first).toMatchObject({
    id: 'p1',
    facts: [
      { label: '价格', value: '499元' },
      { label: '洗涤', value: '干洗' },
      { label: '材质', value: '羊绒' },
    ],
  });
  expect(second).toMatchObject({ names: '毛衣', link: '4' });
});

test('the shelf of the latest session is taken over, and can be given back', async () => {
  const db = await page(coat);
  const writer = createWriter(db, { now: () => start, newId: () => 's' });
  await writer.attach({ room: { platform: 'taobao', id: '1', title: '小满' }, tab: 1, stream: 'a' });
  const goods = {
    kind: 'goods' as const,
    at: start,
    seenAt: start,
    items: [
      { id: 'g3', number: 3, title: '大衣 秋冬', price: 49_900, stock: 8 },
      { id: 'g4', number: 4, title: '毛衣', price: 9_900 },
    ],
    explaining: null,
  };
  await writer.append({ session: 's', stream: 'a', from: 'page', offset: 0, events: [goods] });

  await userEvent.click(screen.getByRole('button', { name: '从货架取来' }));
  await screen.findByText('已从货架取来 2 个商品');

  expect(await readProducts(db)).toMatchObject([
    { id: 'p1', names: '羊绒大衣', link: '3', facts: [{ label: '价格', value: '499元' }, { label: '材质' }] },
    { id: 'g4', names: '毛衣', link: '4', facts: [{ label: '价格', value: '99元' }] },
  ]);
  await userEvent.click(screen.getByRole('button', { name: '撤销' }));
  await waitFor(async () => expect(await readProducts(db)).toEqual([coat]));
});

test('without a session there is no shelf, and that is said', async () => {
  await page();

  await userEvent.click(screen.getByRole('button', { name: '从货架取来' }));

  expect(await screen.findByText('最近的场次里没有货架')).toBeTruthy();
});
