import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { MaskChoice } from '../../components/export/MaskChoice.tsx';
import { RulesPage } from '../../components/rules/RulesPage.tsx';
import { ModelSection } from '../../components/settings/ModelSection.tsx';
import { RetentionSection } from '../../components/storage/RetentionSection.tsx';
import { LogContext } from '../../components/use-log.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { keepPolicy } from '../../lib/log/policy.ts';
import { changeRules } from '../../lib/log/rules.ts';
import { show } from './show.tsx';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

async function managed(policy: object, content: React.ReactNode): Promise<Database> {
  const db = openDatabase(`policy-${crypto.randomUUID()}`);
  opened.push(db);
  await changeRules(db, (rules) => ({ ...rules, off: { ...rules.off, lists: ['price'] } }));
  await keepPolicy(db, { organisation: '某公司', ...policy });
  show(<LogContext value={db}>{content}</LogContext>);
  return db;
}
const by = '由某公司统一设置，不能在这里修改';

test('a list that a company keeps on is shown on, with a lock, whatever was set before', async () => {
  await managed({ lists: ['price'] }, <RulesPage />);

  await screen.findByText(/这个浏览器由某公司管理/);
  const price = await screen.findByRole<HTMLInputElement>('switch', { name: '启用词库 价格与促销' });
  await waitFor(() => expect([price.checked, price.disabled]).toEqual([true, true]));
  expect(await screen.findAllByRole('img', { name: by })).toHaveLength(1);
  expect(screen.getByRole<HTMLInputElement>('switch', { name: '启用词库 绝对化用语' }).disabled).toBe(false);
});

test('names in exports stay masked', async () => {
  await managed({ maskedExports: true }, <MaskChoice unmask={null} onChange={() => {}} />);

  await screen.findByText(by);
  const mask = screen.getByRole<HTMLInputElement>('switch');
  expect([mask.checked, mask.disabled]).toEqual([true, true]);
});

test('only the models that a company allows are offered', async () => {
  await managed({ providers: { presets: ['dashscope'] } }, <ModelSection />);

  await screen.findByText(by);
  const options = screen.getAllByRole<HTMLOptionElement>('option').map(({ value }) => value);
  expect(options).toEqual(['dashscope']);
});

test('a company’s days bound what may be set', async () => {
  await managed({ retention: { comments: 7, isAutomatic: true } }, <RetentionSection />);

  await screen.findByText(by);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '观众的评论和互动' }).value).toBe('7');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '停用自动清理' }).disabled).toBe(true);
});
