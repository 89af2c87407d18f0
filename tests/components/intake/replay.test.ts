import { expect, test } from 'vitest';
import type { Reading } from '../../../components/intake/read-apart.ts';
import { createReplay, type Pair } from '../../../components/intake/replay.ts';
import { emptySettings } from '../../../lib/compliance/types.ts';

const term = { text: '星空蓝', severity: 'S3' as const };
const pair: Pair = [emptySettings, { ...emptySettings, terms: [term] }];

function createReader() {
  const begun: { stopped: boolean }[] = [];
  const read = (): Reading => {
    const one = { stopped: false };
    begun.push(one);
    async function* lines() {
      yield { lines: [{ source: 'comment' as const, text: '星空蓝好看', place: {} }], share: 0.5 };
      yield { lines: [{ source: 'title' as const, text: '海蓝', place: {} }], share: 1 };
    }
    return {
      lines: lines(),
      stop: () => {
        one.stopped = true;
      },
    };
  };
  return { begun, read };
}

test('what was read ahead is judged once and not read again; the next question has it read anew', async () => {
  const { begun, read } = createReader();
  const { ahead, learn, replay } = createReplay(read);
  const shares: number[] = [];

  ahead(10);
  learn(pair[1]);
  const [first] = await replay([pair], 10, (share) => shares.push(share));
  const [second] = await replay(Promise.resolve([pair]), 10);

  expect(first).toMatchObject({ read: { comment: 1, title: 1 }, counts: { comment: { new: 1 } } });
  expect(second).toEqual(first);
  expect(shares).toEqual([0.5, 1]);
  expect(begun).toEqual([{ stopped: true }, { stopped: true }]);
});

test('what was read ahead a while ago, or of other sessions, is left', async () => {
  const { begun, read } = createReader();
  let now = 0;
  const { ahead, replay } = createReplay(read, () => now);

  ahead(10);
  now = 60_000;
  await replay([pair], 10);
  ahead(10);
  await replay([pair], 3);

  expect(begun).toEqual(Array(4).fill({ stopped: true }));
});

test('rules that cannot be read end the reading of texts', async () => {
  const { begun, read } = createReader();

  await expect(createReplay(read).replay(Promise.reject(new Error('gone')), 10)).rejects.toThrow('gone');

  expect(begun).toEqual([{ stopped: true }]);
});
