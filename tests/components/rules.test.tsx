import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { findRules } from '../../components/rules/find-rules.ts';
import { RulesPage } from '../../components/rules/RulesPage.tsx';
import { LogContext } from '../../components/use-log.ts';
import { ruleCatalogue } from '../../lib/compliance/index.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { readRules } from '../../lib/log/rules.ts';
import { show } from './show.tsx';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

function page(): Database {
  const db = openDatabase(`rules-${crypto.randomUUID()}`);
  opened.push(db);
  show(
    <LogContext value={db}>
      <RulesPage />
    </LogContext>,
  );
  return db;
}
const list = ruleCatalogue[0]!;
const category = list.categories[0]!;
const rule = category.rules[0]!;
const ruleSwitch = () => screen.findByRole('switch', { name: `启用规则 ${rule.name}` });
const openCategory = () => userEvent.click(screen.getByRole('button', { name: new RegExp(category.name) }));
const bench = () => screen.getByRole('region', { name: '试一句' });
const tryOut = (sentence: string) =>
  fireEvent.change(within(bench()).getByRole('textbox'), { target: { value: sentence } });

test('a list, a category and a rule can each be switched off', async () => {
  const db = page();

  await openCategory();
  await userEvent.click(await ruleSwitch());
  await userEvent.click(screen.getByRole('switch', { name: `启用分类 ${category.name}` }));
  await userEvent.click(screen.getByRole('switch', { name: `启用词库 ${list.name}` }));

  await waitFor(async () =>
    expect((await readRules(db)).off).toEqual({
      lists: [list.id],
      categories: [category.id],
      rules: [rule.id],
      terms: [],
    }),
  );
});

test('a switch takes effect in the sentence that is tried', async () => {
  page();
  tryOut(rule.flag[0]!);
  await within(bench()).findByText(`在词库里查看 ${rule.id}`);

  await openCategory();
  await userEvent.click(await ruleSwitch());

  await waitFor(() => expect(within(bench()).queryByText(`在词库里查看 ${rule.id}`)).toBeNull());
});

test('a word of the shop’s own is found at once, and forgotten when it is removed', async () => {
  page();
  const own = screen.getByRole('region', { name: '自定义违禁词' });

  await userEvent.type(within(own).getByLabelText('词语'), '超级星期八{Enter}');
  tryOut('今天是超级星期八');
  await within(bench()).findByText('超级星期八', { selector: 'mark' });

  await userEvent.click(within(own).getByRole('button', { name: '删除 超级星期八' }));
  await waitFor(() => expect(within(bench()).queryByText('超级星期八', { selector: 'mark' })).toBeNull());
});

test('the same word is not taken twice', async () => {
  page();
  const own = screen.getByRole('region', { name: '自定义违禁词' });
  const field = within(own).getByLabelText('词语');

  await userEvent.type(field, '甲乙丙{Enter}');
  await within(own).findByText('甲乙丙');
  await userEvent.type(field, '甲乙丙');

  expect(within(own).getByText('已经有了')).toBeTruthy();
  expect(within(own).getByRole<HTMLButtonElement>('button', { name: '添加' }).disabled).toBe(true);
});

test('rules are found by name, term and article', () => {
  const names = (query: string) =>
    findRules(ruleCatalogue, query).flatMap((one) => one.categories.flatMap((c) => c.rules.map((r) => r.id)));

  expect(names(rule.name)).toContain(rule.id);
  expect(names('顶级 广告法9(三)')).toContain('A1-top');
  expect(names('顶级 广告法9(三)')).not.toContain(rule.id);
  expect(names('没有这样的规则')).toEqual([]);
});

test('a valid paper turns what needs proof into allowed; an expired one does not, and says so', async () => {
  const db = page();
  const shop = () => screen.getByRole('region', { name: '本店' });
  const field = (name: string) => within(shop()).getByLabelText(name);
  await screen.findByText(/^规则版本/);
  await userEvent.selectOptions(field('类目'), 'special_cosmetics');
  tryOut('这款面霜美白淡斑');
  await waitFor(() => expect(within(bench()).getAllByText('需依据').length).toBeGreaterThan(0));

  const add = async (day: string, number: string) => {
    await userEvent.selectOptions(field('依据'), 'registration');
    await userEvent.selectOptions(field('证明什么'), 'M4');
    await userEvent.type(field('编号'), number);
    fireEvent.change(field('有效期至'), { target: { value: day } });
    await userEvent.click(within(shop()).getByRole('button', { name: '添加' }));
  };
  await add('2020-01-31', '国妆特字G1');
  expect(await within(shop()).findByText('已于 2020-01-31 过期')).toBeTruthy();
  expect(within(bench()).queryAllByText('需依据').length).toBeGreaterThan(0);
  await add('2099-12-31', '国妆特字G2');

  await waitFor(() => expect(within(bench()).queryAllByText('需依据')).toEqual([]));
  expect(within(bench()).getAllByText(/本店持有有效的依据/).length).toBeGreaterThan(0);
  expect((await readRules(db)).evidence.map(({ number }) => number)).toEqual(['国妆特字G1', '国妆特字G2']);
});
