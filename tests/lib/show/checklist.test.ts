import { expect, test } from 'vitest';
import { type BeforeLive, checkBeforeLive, productIn } from '../../../lib/show/checklist.ts';
import { segmentsFrom } from '../../../lib/show/template.ts';
import { checker } from '../../components/show.tsx';

const coat = { id: 'p', addedAt: 1, names: '羊绒大衣', link: '3', facts: [] };
const ready: BeforeLive = {
  plan: {
    name: '晚场',
    segments: [{ name: '开场', part: 'suspense', length: 90, script: '欢迎大家', product: '3号' }],
  },
  judge: (text) => checker.check(text, { channel: 'host' }),
  scripts: { all: 5, bad: 0 },
  products: [coat],
  evidence: [{ kind: 'report', covers: 'M4', until: 2000 }],
  lists: [],
  capture: null,
  model: { trouble: null },
  voice: 'off',
  until: 1000,
  nameOf: ({ kind }) => kind,
};
const states = (known: BeforeLive) =>
  Object.fromEntries(
    checkBeforeLive(known).map(({ id, state, wrong }) => [id, wrong.length > 0 ? wrong : state]),
  );

test('a shop that is ready is green, and what it does without is no fault', () => {
  expect(states(ready)).toEqual({
    spoken: 'good',
    scripts: 'good',
    products: 'good',
    evidence: 'good',
    lists: 'good',
    capture: 'good',
    model: 'good',
    voice: 'unused',
  });
});

test('each fault is named', () => {
  const segments = [
    { name: '福利', part: 'benefit' as const, length: 60, script: '全场最好', product: '7号' },
  ];

  expect(
    states({
      ...ready,
      plan: { name: '晚场', segments },
      scripts: { all: 5, bad: 2 },
      until: 3000,
      lists: ['价格与促销'],
      capture: '接口不应答',
      model: { trouble: '密钥不对' },
    }),
  ).toMatchObject({
    spoken: ['福利“最好”'],
    scripts: ['2'],
    products: ['7号'],
    evidence: ['report'],
    lists: ['价格与促销'],
    capture: ['接口不应答'],
    model: ['密钥不对'],
  });
});

test('what is not known yet is neither good nor bad', () => {
  const { plan, until, nameOf } = ready;

  expect(new Set(Object.values(states({ plan, until, nameOf })))).toEqual(new Set(['looking']));
});

test('a product is known by its link number or its name', () => {
  expect(productIn('3号链接', [coat])).toBe(coat);
  expect(productIn('大衣', [coat])).toBe(coat);
  expect(productIn('13', [coat])).toBeNull();
});

test('the golden five minutes are five, and a loop is twenty', () => {
  const words = { name: (part: string, round: number | null) => `${part}${round ?? ''}`, aims: {} as never };
  const segments = segmentsFrom({ opening: true, loops: 2, products: ['3号'] }, words);

  expect(segments.slice(0, 3).reduce((sum, { length }) => sum + length, 0)).toBe(300);
  expect(segments.slice(3).map(({ name, length, product }) => [name, length / 60, product])).toEqual([
    ['content1', 10, '3号'],
    ['questions1', 5, '3号'],
    ['closing1', 5, '3号'],
    ['content2', 10, undefined],
    ['questions2', 5, undefined],
    ['closing2', 5, undefined],
  ]);
});
