import { expect, test } from 'vitest';
import { createTurns } from '../../../lib/voice/turns.ts';

test('runs one after another though the first takes longer, and goes on after one that fails', async () => {
  const inTurn = createTurns();
  const seen: string[] = [];
  const work = (name: string, ms: number) => async () => {
    seen.push(`${name} begins`);
    await new Promise((done) => setTimeout(done, ms));
    seen.push(`${name} ends`);
    if (name === 'b') throw new Error('b fails');
    return name;
  };
  const [a, b, c] = [inTurn(work('a', 20)), inTurn(work('b', 1)), inTurn(work('c', 1))];

  await expect(b).rejects.toThrow('b fails');
  expect(await Promise.all([a, c])).toEqual(['a', 'c']);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});
