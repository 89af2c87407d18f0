import fc from 'fast-check';
import { intents, objections, scenes } from '../../../lib/reply/types.ts';
import type { ShopProduct, ShopScript } from '../../../lib/shop/schema.ts';
import type { ScriptWords } from '../../../lib/shop/script-table.ts';

export const script = (id: string, more: Partial<ShopScript> = {}): ShopScript => ({
  id,
  addedAt: 1,
  text: `回复${id}`,
  examples: ['多大码'],
  intent: 'size',
  scene: 'conversion',
  ...more,
});

const line = (max: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: max }),
      fc.constantFrom('=1+1', "'=1", '甲|乙', '"', 'a/b', '{a/b}'),
    )
    .map((text) => text.replace(/[\s\u2028\u2029\uFEFF]+/gu, ' ').trim())
    .filter((text) => text !== '' && text.length <= max);

/** Any script, as the table could hold it. */
const anyScript: fc.Arbitrary<ShopScript> = fc.record(
  {
    id: line(30),
    addedAt: fc.nat(),
    text: line(60),
    examples: fc.uniqueArray(line(20), { maxLength: 4 }),
    intent: fc.constantFrom(...intents),
    scene: fc.constantFrom(...scenes),
    objection: fc.constantFrom(...objections),
    product: line(20),
    code: line(9),
  },
  { requiredKeys: ['id', 'addedAt', 'text', 'examples', 'intent', 'scene'] },
);

export const anyScripts = fc.uniqueArray(anyScript, { maxLength: 6, selector: ({ id }) => id });

const label = line(8)
  .map((text) => text.replace(/[:：]/g, '') || '材质')
  .map((text) => text.trim() || '材质');

/** Any product, as the table could hold it. */
export const anyProduct: fc.Arbitrary<ShopProduct> = fc.record(
  {
    id: line(30),
    addedAt: fc.nat(),
    names: line(30),
    link: fc.integer({ min: 1, max: 99 }).map(String),
    category: fc.constantFrom('food' as const, 'cosmetics' as const),
    facts: fc.uniqueArray(
      fc.record({ label: fc.oneof(label, fc.constantFrom('价格', '库存')), value: line(20) }),
      {
        maxLength: 4,
        selector: ({ label }) => label,
      },
    ),
  },
  { requiredKeys: ['id', 'addedAt', 'names', 'facts'] },
);

const named = <Name extends string>(names: readonly Name[], mark: string) =>
  Object.fromEntries(names.map((name) => [name, `${mark}${name}`])) as Record<Name, string>;

/** The words of a language of our own. */
export const words: ScriptWords = {
  columns: named(['id', 'code', 'text', 'examples', 'intent', 'scene', 'objection', 'product'], '列'),
  intents: named(intents, '意'),
  scenes: named(scenes, '景'),
  objections: named(objections, '虑'),
};
