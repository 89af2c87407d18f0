import fc from 'fast-check';
import { expect, test } from 'vitest';
import { productCategories } from '../../../lib/compliance/types.ts';
import { parseScriptFile } from '../../../lib/reply/script-file.ts';
import { bom, csvLine, readTable } from '../../../lib/sheet/csv.ts';
import { libraryJson, readLibraryJson } from '../../../lib/shop/library-file.ts';
import { planProducts, planScripts, rowsToTake } from '../../../lib/shop/plan.ts';
import {
  namedFacts,
  type ProductWords,
  productRows,
  readProductRows,
} from '../../../lib/shop/product-table.ts';
import { readRuleLines } from '../../../lib/shop/rule-lines.ts';
import type { ShopProduct } from '../../../lib/shop/schema.ts';
import { readScriptRows, scriptRows } from '../../../lib/shop/script-table.ts';
import { anyProduct, anyScripts, script, words } from './scripts.ts';

const world = { now: 1, newId: () => 'made', judge: () => [], products: [] as ShopProduct[] };
const timeless = <Row extends { addedAt: number }>(rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, addedAt: 0 }));
const drafts = (read: ReturnType<typeof readRuleLines>) =>
  read.map((one) => ('draft' in one ? one.draft : one.problem));

test('scripts that are exported as JSON and imported are the same', () => {
  fc.assert(
    fc.property(anyScripts, (scripts) => {
      const read = readLibraryJson(libraryJson(scripts, []))!.scripts;

      expect(timeless(rowsToTake(planScripts(read, [], world), true))).toEqual(timeless(scripts));
    }),
  );
});

test('scripts that are exported as CSV and imported are the same', () => {
  fc.assert(
    fc.property(anyScripts, (scripts) => {
      const file = bom + scriptRows(scripts, words).map(csvLine).join('');
      const read = readScriptRows(readTable(file), [words])!;

      expect(timeless(rowsToTake(planScripts(read, [], world), true))).toEqual(timeless(scripts));
    }),
  );
});

test('what was exported and is imported again changes nothing', () => {
  fc.assert(
    fc.property(anyScripts, (scripts) => {
      const read = readLibraryJson(libraryJson(scripts, []))!.scripts;

      const states = planScripts(read, scripts, world).map(({ state }) => state);

      expect(states).toEqual(scripts.map(() => 'same'));
    }),
  );
});

const productWords: ProductWords = {
  columns: { id: 'A', link: 'B', names: 'C', category: 'D', more: 'E' },
  facts: Object.fromEntries(namedFacts.map((label) => [label, label])) as ProductWords['facts'],
  categories: Object.fromEntries(
    productCategories.map((id) => [id, `类${id}`]),
  ) as ProductWords['categories'],
};
const byLabel = (products: readonly ShopProduct[]) =>
  timeless(products).map((product) => ({
    ...product,
    facts: [...product.facts].sort((a, b) => (a.label < b.label ? -1 : 1)),
  }));

test('products come back from their sheet, whatever the order of their facts', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyProduct, { maxLength: 4, selector: ({ id }) => id }), (products) => {
      const file = productRows(products, productWords).map(csvLine).join('');
      const read = readProductRows(readTable(file), [productWords])!;

      expect(byLabel(rowsToTake(planProducts(read, [], world), true))).toEqual(byLabel(products));
    }),
  );
});

test('the ask command reads what is exported', () => {
  const parsed = parseScriptFile(
    JSON.parse(
      libraryJson(
        [script('a', { objection: 'price', code: 'cm', product: 'p' })],
        [{ id: 'p', addedAt: 1, names: '风衣', link: '3', facts: [], category: 'food' }],
      ),
    ),
  );

  expect(parsed).toMatchObject({
    ok: true,
    scripts: [{ id: 'a', text: '回复a', examples: ['多大码'], intent: 'size', product: 'p' }],
    products: [{ id: 'p', names: '风衣', link: '3' }],
  });
});

test('rule lines of other tools become scripts with questions and wordings', () => {
  const read = readRuleLines('音响/音箱|有的|在二号\n多少钱[or]价格|59元\n发货[and]几天|明天发\n只是一句\n');

  expect(drafts(read)).toEqual([
    { text: '{有的/在二号}', examples: ['音响', '音箱'] },
    { text: '59元', examples: ['多少钱', '价格'] },
    { text: '明天发', examples: ['发货几天'] },
    { text: '只是一句', examples: [] },
  ]);
});

test('replies that cannot be joined become a script each: none is lost', () => {
  const read = readRuleLines('多大码|{亲/您好}看表|24/48小时');

  expect(drafts(read)).toEqual([
    { text: '{亲/您好}看表', examples: ['多大码'] },
    { text: '24/48小时', examples: ['多大码'] },
  ]);
});

test('an Excel sheet of keywords and replies is understood by its heads', () => {
  const rows = readTable('关键词\t回复内容\n尺码[or]多大\t看尺码表[or]三号有表\n');

  expect(drafts(readScriptRows(rows, [words])!)).toEqual([
    { text: '{看尺码表/三号有表}', examples: ['尺码', '多大'] },
  ]);
});

test('each line that cannot be taken says why and where, and the others stay good', () => {
  const file = `列text,列intent,列scene\n好的,意size,景retention\n,意size,\n好吧,没有,\n${'长'.repeat(1001)},,`;

  const read = readScriptRows(readTable(file), [words])!;

  expect(read.map((one) => [one.line, 'problem' in one ? one.problem : 'good'])).toEqual([
    [2, 'good'],
    [3, 'no-text'],
    [4, 'unknown-intent'],
    [5, 'text-too-long'],
  ]);
});

test('a table without a head that we know is none', () => {
  expect(readScriptRows(readTable('甲,乙\n丙,丁'), [words])).toBeNull();
  expect(readLibraryJson('{"replies":1}')).toBeNull();
  expect(readLibraryJson('not json')).toBeNull();
});

test('a line without an id meets the script of the same words and adds its questions', () => {
  const existing = [script('a', { text: '看尺码表', code: 'cm' })];
  const incoming = readRuleLines('穿几码|看尺码表。\n看尺码表');

  const planned = planScripts(incoming, existing, world);

  expect(planned.map(({ state }) => state)).toEqual(['changed', 'changed']);
  expect(rowsToTake(planned, true)).toEqual([
    { ...existing[0], text: '看尺码表', examples: ['多大码', '穿几码'] },
  ]);
});

test('an intent that nobody gave is read from the question', () => {
  const [first] = planScripts(readRuleLines('几天能到|三天左右'), [], world);

  expect(first).toMatchObject({ state: 'new', row: { intent: 'shipping' } });
});
