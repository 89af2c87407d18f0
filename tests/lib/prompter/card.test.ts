import { expect, test } from 'vitest';
import { compileRules, emptySettings } from '../../../lib/compliance/index.ts';
import { type CheckedText, isBlocking, type ProductCategory } from '../../../lib/compliance/types.ts';
import { PromptCard } from '../../../lib/model.ts';
import { wordsToAvoid } from '../../../lib/prompter/avoid.ts';
import { cardOf } from '../../../lib/prompter/card.ts';
import avoid from '../../../lib/prompter/data/avoid.json' with { type: 'json' };

const checker = compileRules();
const product = {
  id: 'p',
  names: '修护面霜、面霜',
  link: '3',
  category: 'cosmetics' as const,
  facts: [
    { label: '价格', value: '129元' },
    { label: '规格', value: '50g' },
    { label: '库存', value: '80件' },
    { label: '产地', value: '上海' },
  ],
};

test('every word we bring along is one that the rules stop for that trade', () => {
  const free = Object.entries(avoid).flatMap(([category, words]) =>
    words.filter(
      (word) =>
        !checker.check(word, { channel: 'host', category: category as ProductCategory }).some(isBlocking),
    ),
  );

  expect(free).toEqual([]);
});

test('a product shows its trade’s words before everybody’s, the shop’s own before all, and none that is free', () => {
  const settings = { ...emptySettings, terms: [{ text: '隔壁老王家', severity: 'S3' as const }] };
  const own = compileRules(settings);

  expect(wordsToAvoid('cosmetics', own, settings.terms).slice(0, 2)).toEqual(['隔壁老王家', '药妆']);
  expect(wordsToAvoid('general', checker, [{ text: '你好' }])).not.toContain('你好');
  expect(wordsToAvoid('cosmetics', checker).length).toBe(8);
});

test('a card has three facts, the answer as it was cleared, and passes the log’s own door', () => {
  const card = cardOf(
    {
      id: 'q',
      what: 'question',
      by: 'control',
      asked: '多少钱',
      answer: '到手129元' as CheckedText,
      product,
    },
    checker,
  );

  expect(card.product).toMatchObject({
    name: '3号 修护面霜',
    facts: ['价格 129元', '规格 50g', '库存 80件'],
  });
  expect(card.answer).toBe('到手129元');
  expect(PromptCard.parse(card)).toEqual(card);
});

test('what must not be read out is named, and contact data is covered', () => {
  const asked = '你家这个药妆祛斑特别快，我电话13812345678';
  const card = cardOf({ id: 'q', what: 'question', by: 'control', asked, answer: null, product }, checker);

  expect(card.unsaid).toContain('药妆');
  expect(card.asked).not.toContain('13812345678');
  expect(card.answer).toBe('');
});
