import { expect, test } from 'vitest';
import { plansJson, readPlansJson } from '../../../lib/plans/file.ts';
import { allPlans } from '../../../lib/plans/schema.ts';
import { planTemplates } from '../../../lib/plans/templates.ts';

test('what is exported comes back as it was', () => {
  expect(readPlansJson(plansJson(planTemplates))).toEqual({ ok: true, plans: [...planTemplates] });
});

test('a file that is broken in line 40 says so', () => {
  const lines = plansJson(planTemplates).split('\n');
  const broken = lines.with(39, `${lines[39]}]]`).join('\n');

  expect(readPlansJson(broken)).toMatchObject({ ok: false, kind: 'not-json', line: 40 });
});

test('a plan that is none is named with its place, and nothing is taken', () => {
  const [first, second] = structuredClone(planTemplates) as (typeof planTemplates)[number][];
  const wrong = [first, { ...second, steps: [{ text: '', hours: 0 }] }, { name: '没有步骤' }];

  expect(readPlansJson(JSON.stringify(wrong))).toEqual({
    ok: false,
    kind: 'wrong',
    wrong: [
      { index: 2, name: '价格标错', where: 'steps[1].text' },
      { index: 3, name: '没有步骤', where: 'id' },
    ],
  });
});

test.each(['{}', '[]', '{"plans":{}}', 'null', '3'])('%s is no file of plans', (text) => {
  expect(readPlansJson(text)).toEqual({ ok: false, kind: 'not-plans' });
});

test('a plan that a shop changed stands in the place of ours, its own after them', () => {
  const raid = { ...planTemplates.find(({ id }) => id === 'raid')!, name: '刷屏', addedAt: 5 };
  const own = { ...raid, id: 'own', name: '停电' };

  const all = allPlans([own, raid]);

  expect(all).toHaveLength(11);
  expect(all[5]?.name).toBe('刷屏');
  expect(all.at(-1)?.name).toBe('停电');
  expect(all.every((plan) => !('addedAt' in plan))).toBe(true);
});
