import { describe, expect, it } from 'vitest';
import { createLeaning } from '../../../lib/reply/leaning.ts';

function whole<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
const { keep, ask } = whole(createLeaning());
const nearness = (asked: string, other: string): number => {
  const place = keep(other);
  return ask(asked, 4).beside(place);
};

describe('what a text leans to', () => {
  it.each([
    ['老太太抬不抬得起来', '这个重不重', '发什么快递'],
    ['邻居会不会来敲门说吵', '噪音大吗', '有几种颜色'],
    ['锈死的螺丝拧不拧得下来', '力气大吗', '能开发票吗'],
  ])('brings %s nearer to %s than to %s', (asked, near, far) => {
    expect(nearness(asked, near)).toBeGreaterThan(2 * nearness(asked, far));
  });

  it('is 1 at most, 0 where nothing is known, and the same whatever was read before', () => {
    const before = nearness('会掉毛吗', '掉毛吗');
    nearness('能退吗', '不喜欢可以退吗');

    expect(before).toBeLessThanOrEqual(1.000001);
    expect(before).toBeGreaterThan(0.5);
    expect(nearness('qwerty 123', '掉毛吗')).toBe(0);
    expect(nearness('会掉毛吗', '掉毛吗')).toBe(before);
  });
});
