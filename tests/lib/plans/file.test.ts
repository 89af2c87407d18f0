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

test('a plan that is none is named with its line and its field, and nothing is taken', () => {
  const [first, second] = structuredClone(planTemplates) as (typeof planTemplates)[number][];
  const wrong = [first, { ...second, steps: [{ text: '', hours: 0 }] }, { name: '没有步骤' }];
  const text = JSON.stringify({ plans: wrong }, null, 2);
  const lineOf = (from: string, words: string) =>
    text.slice(0, text.indexOf(words, text.indexOf(from))).split('\n').length;

  expect(readPlansJson(text)).toEqual({
    ok: false,
    kind: 'wrong',
    wrong: [
      { line: lineOf('价格标错', '"text": ""'), index: 2, name: '价格标错', field: 'text', step: 1 },
      // what is missing stands nowhere: the plan's own line
      { line: lineOf('价格标错', '"没有步骤"') - 1, index: 3, name: '没有步骤', field: 'id', step: null },
    ],
  });
});

test('one wrong value in line 40 of a sound file is told with its line', () => {
  const lines = plansJson(planTemplates).split('\n');
  const at = lines.findIndex((line, i) => i >= 39 && line.includes('"hours"'));
  const text = lines.with(at, lines[at]!.replace(/\d+/, '7')).join('\n');

  expect(readPlansJson(text)).toMatchObject({ kind: 'wrong', wrong: [{ line: at + 1, field: 'hours' }] });
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
