import { expect, test } from 'vitest';
import { urges } from '../../../lib/alarm/urge.ts';
import { compileRules, inPlace, prepareRules } from '../../../lib/compliance/index.ts';
import { emptySettings } from '../../../lib/compliance/types.ts';
import { platformIds } from '../../../lib/model.ts';
import { readComment } from '../../../lib/reply/read.ts';
import { replyLimit } from '../../../lib/reply/types.ts';
import { calmingFor, calmingScripts, isOfCalmingSet } from '../../../lib/room/calming.ts';

const checker = compileRules(emptySettings, () => Date.UTC(2026, 10, 22, 12), prepareRules());

test.each(calmingScripts)('$id passes the rules on every platform, fits the box and pushes nobody', (one) => {
  for (const platform of platformIds)
    expect(inPlace(checker, { platform }).check(one.text, { channel: 'public_reply', platform })).toEqual([]);
  expect(one.text.length).toBeLessThanOrEqual(replyLimit);
  expect(urges(one.text)).toBe(false);
});

test('no two say the same, and each has its own id', () => {
  expect(new Set(calmingScripts.map(({ text }) => text)).size).toBe(calmingScripts.length);
  expect(new Set(calmingScripts.map(({ id }) => id)).size).toBe(calmingScripts.length);
  expect(calmingScripts.every(({ id }) => isOfCalmingSet(id))).toBe(true);
});

test.each([
  ['质量太差了，掉色', true],
  ['怎么退货啊', true],
  ['假货吧', true],
  ['几天能到新疆', true],
  ['L码还有吗', false],
  ['这个多少钱', false],
])('%s is calmed before it is answered: %s', (text, isFirst) => {
  const calming = calmingFor(readComment(text));

  expect(calming.isFirst).toBe(isFirst);
  expect(calming.scripts.length).toBeGreaterThan(0);
});

test('those for one matter take turns', () => {
  const reading = readComment('质量太差了');
  const firsts = [0, 1, 2, 3].map((turn) => calmingFor(reading, turn).scripts[0]?.id);

  expect(new Set(firsts.slice(0, 3)).size).toBe(3);
  expect(firsts[3]).toBe(firsts[0]);
});
