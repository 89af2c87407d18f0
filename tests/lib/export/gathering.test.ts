import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGathering } from '../../../lib/export/gathering.ts';
import { intents } from '../../../lib/reply/types.ts';
import type { Asked } from '../../../lib/report/digest.ts';

const hash = fc.integer({ min: 0, max: 0xffffffff });
const asked = fc.tuple(
  fc.constantFrom('a', 'b', '__proto__', '7710'),
  fc.record(
    {
      text: fc.string(),
      intent: fc.constantFrom(...intents),
      asks: fc.integer({ min: 1, max: 1e6 }),
      people: fc.array(hash, { maxLength: 900 }),
      seq: fc.integer({ min: 0, max: 1e7 }),
    },
    { requiredKeys: ['intent', 'asks', 'people', 'seq'] },
  ),
);

test('of a question all is told that any stretch knew: asked how often, by how many, first when, how worded', () => {
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 12 }), (stretches) => {
      const gathering = createGathering();
      for (const one of stretches) gathering.add(one as [string, Asked]);

      const of = (id: string) => stretches.filter(([one]) => one === id).map(([, one]) => one);
      const ids = [...new Set(stretches.map(([id]) => id))];
      expect([...gathering.inOrder()]).toEqual(
        ids
          .toSorted((a, b) => of(a)[0]!.seq - of(b)[0]!.seq)
          .map((id) => ({
            id,
            text: of(id).find(({ text }) => text)?.text ?? '',
            intent: of(id)[0]!.intent,
            count: of(id).reduce((sum, { asks }) => sum + asks, 0),
            people: new Set(of(id).flatMap(({ people }) => people)).size,
            since: null,
            answeredAt: null,
            how: null,
          })),
      );
    }),
  );
});

test('what became of a question last is told; of one that nobody gathered nothing', () => {
  const gathering = createGathering();
  gathering.add(['q', { text: '有吗', intent: 'stock', asks: 1, people: [1], seq: 0 } as Asked]);

  gathering.follow({ what: 'asked', question: 'q', seq: 0, at: 1_790_000_001_000 });
  gathering.follow({ what: 'filled', question: 'q', seq: 1, at: 1_790_000_005_000, wait: 4000 });
  gathering.follow({ what: 'asked', question: 'other', seq: 2, at: 1_790_000_006_000 });

  expect([...gathering.inOrder()]).toMatchObject([
    { since: 1_790_000_001_000, answeredAt: 1_790_000_005_000, how: 'filled' },
  ]);
});
