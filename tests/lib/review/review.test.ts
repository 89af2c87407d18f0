import { expect, test } from 'vitest';
import { drafted, isPending, lastReturn, moved, type Review } from '../../../lib/review/review.ts';

const made = (): Review => drafted('script:1', 'script', '今天全场包邮', { who: '小林', at: 1 });
const by = (who: string, at: number, note = '') => ({ who, at, note });
const step = (
  review: Review | null,
  ...rest: Parameters<typeof moved> extends [unknown, ...infer Rest] ? Rest : never
) => review && moved(review, ...rest);

test('with an operator and legal a thing is approved by both, one after the other', () => {
  const sent = step(made(), 'submit', 'legal', by('小林', 2));
  const first = step(sent, 'approve', 'legal', by('王运营', 3));
  const second = step(first, 'approve', 'legal', by('陈法务', 4, '可以'));

  expect([sent, first, second].map((one) => one?.state)).toEqual(['operator', 'legal', 'approved']);
  expect(second?.steps.map(({ who, did, to }) => `${who} ${did} ${to}`)).toEqual([
    '小林 made draft',
    '小林 submit operator',
    '王运营 approve legal',
    '陈法务 approve approved',
  ]);
  expect(isPending(first!, 'legal')).toBe(true);
  expect(isPending(second!, 'legal')).toBe(false);
});

test('with an operator alone one look is enough', () => {
  const sent = step(made(), 'submit', 'operator', by('小林', 2));

  expect(step(sent, 'approve', 'operator', by('王运营', 3))?.state).toBe('approved');
});

test('what is sent back says why and stands with its writer again', () => {
  const sent = step(made(), 'submit', 'operator', by('小林', 2));

  expect(step(sent, 'return', 'operator', by('王运营', 3, ' '))).toBeNull();
  const back = step(sent, 'return', 'operator', by('王运营', 3, '偏远地区不包邮'));
  expect(back?.state).toBe('draft');
  expect(lastReturn(back!)).toMatchObject({ who: '王运营', note: '偏远地区不包邮' });
});

test('a draft cannot be approved, and what is approved not again', () => {
  expect(step(made(), 'approve', 'legal', by('王运营', 2))).toBeNull();
  const done = step(step(made(), 'submit', 'operator', by('', 2)), 'approve', 'operator', by('', 3));
  expect(step(done, 'approve', 'operator', by('', 4))).toBeNull();
});

test('nothing waits where no review is asked for, nor what was there before it was', () => {
  expect(isPending(made(), 'none')).toBe(false);
  expect(isPending(undefined, 'legal')).toBe(false);
});
