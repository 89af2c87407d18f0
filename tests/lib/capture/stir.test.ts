import { expect, test } from 'vitest';
import { createStir } from '../../../lib/capture/stir.ts';

/** Changes of a page as the observer would tell them, one a second. */
function stirs(changes: readonly ((parent: Element) => Partial<MutationRecord>)[]): number {
  let count = 0;
  const notice = createStir(() => {
    count += 1;
  });
  const parent = document.createElement('div');
  for (const [second, change] of changes.entries())
    notice(
      [{ type: 'childList', target: parent, oldValue: null, addedNodes: [], ...change(parent) } as never],
      second * 1000,
    );
  return count;
}
const added = (text: string) => () => {
  const node = document.createElement('p');
  node.textContent = text;
  return { addedNodes: [node] as never };
};
const changed = (from: string, to: string) => () => ({
  type: 'characterData' as const,
  oldValue: from,
  target: document.createTextNode(to),
});

test('sentences that keep coming in one place are a list that goes on', () => {
  expect(stirs(['多少钱', '有货吗', '包邮吗', '来了'].map(added))).toBe(1);
});

test('sentences that change in place are, too', () => {
  expect(stirs(['甲', '乙', '丙', '丁'].map((name) => changed('旧的', `${name}说`)))).toBe(1);
});

test('a page that is built at once, a clock and figures are none', () => {
  expect(stirs([added('欢迎'), added('商品')])).toBe(0);
  expect(stirs(Array.from({ length: 9 }, (_, i) => changed(`已播 00:0${i}`, `已播 00:0${i + 1}`)))).toBe(0);
  expect(stirs(Array.from({ length: 9 }, (_, i) => added(String(1000 + i))))).toBe(0);
});
