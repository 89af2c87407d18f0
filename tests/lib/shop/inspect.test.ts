import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectScript, isGrave } from '../../../lib/shop/inspect.ts';
import { bareText, findTwins } from '../../../lib/shop/twins.ts';
import { checker } from '../../components/show.tsx';
import { script } from './scripts.ts';

const judge = (text: string) => checker.check(text, { channel: 'public_reply' });
const issues = (text: string, more = {}, products: Parameters<typeof inspectScript>[1]['products'] = []) =>
  inspectScript(script('a', { text, ...more }), { judge, products });
const kinds = (...args: Parameters<typeof issues>) => issues(...args).map(({ kind }) => kind);

const twinsIn = (texts: string[]) => [...findTwins(texts)].filter((twin) => twin !== null);

test('a banned word in one of many wordings is found', () => {
  expect(kinds('{好/很好/最好}的')).toEqual(['blocked']);
});

test('what needs proof is said, and does not keep a script from being used', () => {
  const found = issues('销量不错');

  expect(found.map(({ kind }) => kind)).toEqual(['proof']);
  expect(found.some(isGrave)).toBe(false);
});

test('a reply is measured as it would be said', () => {
  const long = `{${'长'.repeat(51)}/短}`;

  expect(issues(long)).toEqual([{ kind: 'long', length: 51, limit: 50 }]);
  expect(kinds('长'.repeat(50))).toEqual([]);
});

test('a slot that no product and no shelf can fill is open', () => {
  const coat = { id: 'p', names: '大衣', facts: [{ label: '材质', value: '羊绒' }] };

  expect(kinds('{价格}，{库存}，{链接}')).toEqual([]);
  expect(issues('{材质}')).toEqual([{ kind: 'open', slots: ['材质'] }]);
  expect(kinds('{材质}', {}, [coat])).toEqual([]);
  expect(kinds('{价格}', { product: 'p' }, [coat])).toEqual([]);
});

test('a script that no question leads to is said', () => {
  expect(kinds('好的', { examples: [] })).toEqual(['unasked']);
});

test('the same and nearly the same are found, others and empty ones are not', () => {
  const twins = twinsIn([
    '今天下单，四十八小时内发货',
    '今天下单四十八小时内发货！',
    '今天下单，四十八小时内就发货',
    '支持七天无理由退货',
    '',
    '',
  ]);

  expect(twins).toEqual([
    { first: 0, second: 1, isSame: true },
    { first: 0, second: 2, isSame: false },
  ]);
});

test('no twin is overlooked for the sake of speed', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 14 }), (texts) => {
      const found = new Set(twinsIn(texts).map(({ second }) => second));

      for (const [second, one] of texts.entries()) {
        const hasTwin = texts.slice(0, second).some((other) => like(other, one));
        expect(found.has(second), one).toBe(hasTwin);
      }
    }),
  );
});

function like(a: string, b: string): boolean {
  const pairs = (text: string) =>
    new Set(
      text.length < 2 ? [text] : Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)),
    );
  const [one, two] = [pairs(bareText(a)), pairs(bareText(b))];
  const shared = [...one].filter((pair) => two.has(pair)).length;
  return a === b || shared / (one.size + two.size - shared) >= 0.75;
}

const dress = {
  id: 'p1',
  names: '连衣裙',
  link: '3',
  facts: [{ label: '价格', value: '39元' }],
};
const shelf = [{ id: 'x', number: 3, title: '连衣裙', price: 5900, stock: 20 }];
const onSale = (text: string) =>
  inspectScript(script('a', { text, product: 'p1' }), { judge, products: [dress], shelf }).filter(
    ({ kind }) => kind === 'figure',
  );

test('a price that the page’s shelf has otherwise is told, whatever the shop’s table says', () => {
  expect(onSale('到手价39元')).toEqual([{ kind: 'figure', differs: { of: 'price', said: 39, known: [59] } }]);
});

test.each(['到手价59元', '原价99元', '满99元减20元', '质量很好', '{价格}就能带走'])(
  '%s agrees with the shelf',
  (text) => {
    expect(onSale(text)).toEqual([]);
  },
);

test('a product that is not on the shelf has no price to differ from', () => {
  const found = inspectScript(script('a', { text: '到手价39元', product: 'p1' }), {
    judge,
    products: [{ ...dress, link: '9' }],
    shelf,
  });

  expect(found).toEqual([]);
});
