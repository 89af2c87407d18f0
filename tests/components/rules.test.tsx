import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { createFind } from '../../components/rules/find.ts';
import { RulesPage } from '../../components/rules/RulesPage.tsx';
import { LogContext } from '../../components/use-log.ts';
import { ruleCatalogue } from '../../lib/compliance/index.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { readHeads, saveList } from '../../lib/log/lists.ts';
import { changeReviewNeed, moveReview } from '../../lib/log/reviews.ts';
import { changeRules, readRules } from '../../lib/log/rules.ts';
import { readTrail } from '../../lib/log/trail.ts';
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
const openList = async () => userEvent.click(await screen.findByRole('button', { name: list.name }));
const openCategory = async () =>
  userEvent.click(await screen.findByRole('button', { name: new RegExp(category.name) }));
const bench = () => screen.getByRole('region', { name: '试一句' });
const tryOut = (sentence: string) =>
  fireEvent.change(within(bench()).getByRole('textbox'), { target: { value: sentence } });

test('a list, a category and a rule can each be switched off', async () => {
  const db = page();

  await openList();
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

test('a word that waits for its review says so, and leads there', async () => {
  const db = page();
  await changeReviewNeed(db, 'legal', { who: '', at: 0 });
  const ban = (text: string) =>
    changeRules(db, (rules) => ({ ...rules, terms: [...rules.terms, { text, severity: 'S3' }] }));
  await ban('秋千架');
  const row = () => within(screen.getByText('秋千架').closest('article')!);
  await waitFor(() => expect(row().getByText(/草稿/)).toBeTruthy());
  expect(row().getByRole('link').getAttribute('href')).toBe('#/review');

  for (const did of ['submit', 'approve', 'approve'] as const)
    await moveReview(db, 'term:秋千架', did, '', { who: '', at: 1 });

  await waitFor(() => expect(row().queryByRole('link')).toBeNull());
});

test('a switch takes effect in the sentence that is tried', async () => {
  page();
  tryOut(rule.flag[0]!);
  await within(bench()).findByText(`在词库里查看 ${rule.id}`);

  await openList();
  await openCategory();
  await userEvent.click(await ruleSwitch());

  await waitFor(() => expect(within(bench()).queryByText(`在词库里查看 ${rule.id}`)).toBeNull());
});

const own = () => screen.findByRole('form', { name: '本店词' });
const add = async (word: string, effect = '禁用') => {
  const form = within(await own());
  await userEvent.selectOptions(form.getByLabelText('作用'), effect);
  await userEvent.type(form.getByLabelText('词语'), `${word}{Enter}`);
};
const last = () => screen.getByRole('status', { name: '刚才的改动' });

test('a word of the shop’s own is found at once, and forgotten when it is removed', async () => {
  page();

  await add('超级星期八');
  tryOut('今天是超级星期八');
  await within(bench()).findByText('超级星期八', { selector: 'mark' });

  await userEvent.click(await screen.findByRole('button', { name: '删除 超级星期八' }));
  await waitFor(() => expect(within(bench()).queryByText('超级星期八', { selector: 'mark' })).toBeNull());
});

test('the same word is not taken twice', async () => {
  page();
  await add('甲乙丙');
  await screen.findByRole('button', { name: '删除 甲乙丙' });
  const form = within(await own());

  await userEvent.type(form.getByLabelText('词语'), '甲乙丙');

  expect(form.getByText('已经有了')).toBeTruthy();
  expect(form.getByRole<HTMLButtonElement>('button', { name: '添加' }).disabled).toBe(true);
});

test('a phrase that is let through tells what it would have blocked', async () => {
  page();
  await add('全网最低价钱包', '放行');

  await userEvent.click(await screen.findByRole('button', { name: '全网最低价钱包 的详情' }));

  expect(await screen.findByText(/^不放行会拦下：.*最低价/)).toBeTruthy();
});

test('a severity of our own holds until the usual one is chosen', async () => {
  const db = page();
  await openList();
  await openCategory();
  const level = await screen.findByRole('combobox', { name: `${rule.name} 的级别` });

  const apply = async () => userEvent.click(await screen.findByRole('button', { name: '就这样用' }));

  await userEvent.selectOptions(level, 'S1');
  expect((await readRules(db)).levels).toEqual({});
  await apply();
  await waitFor(async () => expect((await readRules(db)).levels).toEqual({ [rule.id]: 'S1' }));
  await userEvent.selectOptions(level, '');
  await apply();

  await waitFor(async () => expect((await readRules(db)).levels).toEqual({}));
});

test('a word of the shop’s own can be switched off in one place, and is back when that is resumed', async () => {
  const db = page();
  await changeRules(db, (rules) => ({ ...rules, terms: [{ text: '秋千架', severity: 'S3' }] }));

  await userEvent.selectOptions(await screen.findByRole('combobox', { name: '在这里停用 秋千架' }), '抖音');
  await waitFor(async () =>
    expect((await readRules(db)).quiet).toEqual([{ rule: 'own:秋千架', scope: { platform: 'douyin' } }]),
  );
  await userEvent.click(await screen.findByRole('button', { name: '恢复 秋千架（抖音）' }));

  await waitFor(async () => expect((await readRules(db)).quiet).toEqual([]));
});

test('a rule that is off in one place says so, and can be resumed', async () => {
  const db = page();
  await changeRules(db, (rules) => ({
    ...rules,
    quiet: [{ rule: rule.id, scope: { platform: 'douyin', until: Date.now() + 60_000 } }],
  }));
  await openList();
  await openCategory();

  await userEvent.click(
    await screen.findByRole('button', { name: (name) => name.startsWith(`恢复 ${rule.name}（抖音`) }),
  );

  await waitFor(async () => expect((await readRules(db)).quiet).toEqual([]));
});

test('what has run out is swept when the page opens, and the trail says so', async () => {
  const db = openDatabase(`rules-${crypto.randomUUID()}`);
  opened.push(db);
  await changeRules(db, (rules) => ({
    ...rules,
    terms: [{ text: '昨晚', severity: 'S3', scope: { until: Date.now() - 1 } }],
  }));

  show(
    <LogContext value={db}>
      <RulesPage />
    </LogContext>,
  );

  await waitFor(async () => expect((await readRules(db)).terms).toEqual([]));
  expect(await readTrail(db, 1)).toMatchObject([{ why: '到期自动移除' }]);
});

test('a list is made, filled as text, called otherwise and deleted; deleting is undone', async () => {
  const db = page();
  await userEvent.click(await screen.findByRole('button', { name: '新建词单 · 店铺' }));
  await userEvent.type(screen.getByRole('textbox', { name: '名称' }), '品牌方词单{Enter}');
  const menu = async (act: string) => {
    await userEvent.click(await screen.findByRole('button', { name: /^(品牌方词单|春季词单) 的更多操作$/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: act }));
  };

  await menu('编辑文本');
  const field = await screen.findByRole('textbox', { name: '编辑“品牌方词单”' });
  fireEvent.change(field, { target: { value: '星空蓝 高风险 来函\n★\n星空蓝' } });
  expect(await screen.findByText('有 2 行要改，改好才能保存')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(true);
  fireEvent.change(field, { target: { value: '星空蓝 高风险 来函\n老字号 放行' } });
  await screen.findByText('1 个违禁词，1 个放行短语');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(async () =>
    expect(await readHeads(db)).toMatchObject([{ version: 2, terms: 1, phrases: 1 }]),
  );

  await menu('改名');
  const name = screen.getByRole('textbox', { name: '名称' });
  await userEvent.clear(name);
  await userEvent.type(name, '春季词单{Enter}');
  await menu('删除');
  await waitFor(() => expect(last().textContent).toContain('删除 春季词单'));
  expect(await readHeads(db)).toEqual([]);
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });

  await waitFor(async () => expect((await readHeads(db)).map((head) => head.name)).toEqual(['春季词单']));
});

test('what a list from elsewhere holds stays; a word of it can be off or have another severity', async () => {
  const db = page();
  const terms = [{ text: '星空蓝', severity: 'S3' as const }];
  await saveList(db, { id: 'far', name: '远方词单', group: 'industry' }, { terms, allow: [] }, Date.now());
  const { hash } = (await readHeads(db))[0]!;
  const url = 'https://lists.example/a.txt';
  await db.subscriptions.put({ id: 'far', url, expires: 1, checkedAt: 1, goodAt: 1, failures: 0 });
  await changeRules(db, (rules) => ({ ...rules, off: { ...rules.off, lists: [] } }));

  await userEvent.click(await screen.findByRole('button', { name: '远方词单' }));
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: '星空蓝 的级别' }), 'S1');
  await userEvent.click(screen.getByRole('switch', { name: '启用 星空蓝' }));

  await waitFor(async () => expect((await readRules(db)).off.terms).toEqual(['far:星空蓝']));
  expect((await readRules(db)).levels).toEqual({ 'own:星空蓝': 'S1' });
  expect((await readHeads(db))[0]!.hash).toBe(hash);
  expect(screen.queryByRole('form', { name: '远方词单' })).toBeNull();
  expect(screen.queryByRole('button', { name: '删除 星空蓝' })).toBeNull();
});

test('the trail names what was changed, and takes one change back', async () => {
  const db = page();
  await add('甲乙丙');
  await screen.findByRole('button', { name: '删除 甲乙丙' });
  await add('丁戊己', '高风险');
  await screen.findByRole('button', { name: '删除 丁戊己' });

  await userEvent.click(screen.getByRole('button', { name: '改动记录' }));
  await userEvent.click(await screen.findByRole('button', { name: '撤销：添加 甲乙丙 禁用 · 所有直播间' }));

  await waitFor(async () => expect((await readRules(db)).terms.map(({ text }) => text)).toEqual(['丁戊己']));
});

test('the only rule of a category that is off can be switched on', async () => {
  const db = page();
  const alone = { list: '导流、刷评与互动', category: 'K1', rule: '刷单、好评返现' };
  await changeRules(db, (rules) => ({ ...rules, off: { ...rules.off, categories: [alone.category] } }));
  await userEvent.click(await screen.findByRole('button', { name: alone.list }));
  const one = await screen.findByRole<HTMLInputElement>('switch', { name: `启用规则 ${alone.rule}` });
  await waitFor(() => expect(one.checked).toBe(false));

  await userEvent.click(one);

  await waitFor(async () => expect((await readRules(db)).off.categories).toEqual([]));
});

test('arrows move between rows and open them', async () => {
  page();
  const first = await screen.findByRole('switch', { name: `启用词库 ${list.name}` });
  first.focus();

  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('button', { name: list.name }).getAttribute('aria-expanded')).toBe('true');
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(screen.getByRole('switch', { name: `启用分类 ${category.name}` }));
  await userEvent.keyboard('{ArrowLeft}');

  expect(document.activeElement).toBe(first);
});

test('a list of a hundred thousand words draws those in sight', async () => {
  const db = page();
  const terms = Array.from({ length: 100_000 }, (_, i) => ({ text: `词${i}`, severity: 'S3' as const }));
  await saveList(db, { id: 'big', name: '大词单', group: 'shop' }, { terms, allow: [] }, Date.now());

  await userEvent.click(await screen.findByRole('button', { name: '大词单' }));

  await screen.findByText('词0');
  expect(screen.getAllByRole('article').length).toBeLessThan(100);
});

test('axe finds nothing wrong with the page', async () => {
  page();
  // colours and the page around need a real browser
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  const wrong = async () =>
    (await axe.run(document.body, { rules })).violations.map(({ id, nodes }) => [
      id,
      nodes.map(({ html }) => html),
    ]);
  await add('甲乙丙');
  await add('老字号', '放行');
  await screen.findByRole('button', { name: '删除 老字号' });

  const words = await wrong();
  await openList();
  await openCategory();
  await ruleSwitch();

  expect([words, await wrong()]).toEqual([[], []]);
});

test('rules and words are found by name, term, article, category and pinyin', () => {
  const find = createFind();
  const names = (query: string) =>
    ruleCatalogue.flatMap((list) =>
      list.categories.flatMap((category) =>
        category.rules.filter((rule) => find(query)?.rule(list, category, rule)).map(({ id }) => id),
      ),
    );
  const holds = (query: string) => find(query)?.word({ text: '星空蓝', severity: 'S3', basis: '来函' });

  expect(names(rule.name)).toContain(rule.id);
  expect(names('顶级 广告法9(三)')).toContain('A1-top');
  expect(names('顶级 广告法9(三)')).not.toContain(rule.id);
  expect(names('zwdl')).toContain('T1-contact');
  expect(names('jueduihuayongyu')).toContain('A1-top');
  expect(names('dingji')).toContain('A1-top');
  expect(names('顶级 广告法第九条')).toContain('A1-top');
  expect(names('没有这样的规则')).toEqual([]);
  expect([holds('xkl'), holds('来函 空'), holds('own:星空蓝'), holds('xingkonglan'), holds('kx')]).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
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
