import { expect, test } from 'vitest';
import type { LoggedEvent } from '../../../lib/model.ts';
import { addToVisit, emptyVisit, isBy, type Visit } from '../../../lib/viewers/history.ts';
import { portraitOf } from '../../../lib/viewers/portrait.ts';
import { comment } from '../../fixtures/events.ts';

const start = 1_790_000_000_000;
const day = 86_400_000;

/** A visit with these comments; `ago` in days before the one that is looked at. */
function visit(
  texts: readonly string[],
  { ago = 0, badges }: { ago?: number; badges?: string[] } = {},
): Visit {
  const at = start - ago * day;
  const made = emptyVisit(`s${ago}`, at);
  for (const [seq, text] of texts.entries())
    addToVisit(made, { ...comment(text, { at, ...(badges && { badges }) }), seq });
  return made;
}
const tier = (visits: Visit[]) => portraitOf(visits).tier;
const type = (visits: Visit[]) => portraitOf(visits).type;

test('who has ordered and comes again is of high value, with what that rests on', () => {
  const found = tier([
    visit(['这件多少钱'], { badges: ['已下单'] }),
    visit(['你好'], { ago: 3, badges: ['已下单'] }),
  ]);

  expect(found?.is).toBe('high');
  expect(found?.evidence).toMatchObject([
    { what: 'orders', count: 2 },
    { what: 'visits', count: 2 },
  ]);
});

test('who asks as buyers do, or has something in the cart, is one to win', () => {
  expect(tier([visit(['多少钱', '有优惠券吗'])])?.is).toBe('potential');
  expect(tier([visit(['好看'], { badges: ['已加购'] })])?.is).toBe('potential');
});

test('who bought before and only listens now sleeps', () => {
  const found = tier([visit(['来了']), visit(['拍了'], { ago: 20, badges: ['已下单'] })]);

  expect(found?.is).toBe('dormant');
  expect(found?.evidence[0]).toMatchObject({ what: 'silent', count: 20 });
});

test('of who said hello once nothing is told', () => {
  expect(portraitOf([visit(['你好'])])).toEqual({ tier: null, type: null });
  expect(portraitOf([])).toEqual({ tier: null, type: null });
});

test.each([
  ['control', ['赶紧上链接', '到底多少钱', '直接说行不行']],
  ['loyal', ['又来了支持你', '上次买的很好', '老粉报到']],
  ['perfect', ['什么成分', '含酒精吗成分表有吗', '和上一款有什么区别', '是正品吗']],
  ['social', ['主播好', '晚上好', '主播真好看', '大家好']],
] as const)('%s is told by what is said, with samples', (is, texts) => {
  const found = type([visit(texts)]);

  expect(found?.is).toBe(is);
  expect(found?.evidence.some(({ samples }) => samples.length > 0)).toBe(true);
});

test('an event is theirs by the hashed id, and by the name only where there is none', () => {
  const event = (userId: string | undefined, nick: string) =>
    ({ ...comment('好', { nick, ...(userId && { userId }) }), seq: 0 }) as LoggedEvent;

  expect(isBy({ userId: '~a', nick: '小满' })(event('~a', '改了名'))).toBe(true);
  expect(isBy({ userId: '~a', nick: '小满' })(event('~b', '小满'))).toBe(false);
  expect(isBy({ nick: '小满' })(event(undefined, '小满'))).toBe(true);
  expect(isBy({ nick: '小满' })(event('~b', '小满'))).toBe(false);
});
