import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskEvent, maskWords } from '../../../lib/export/mask.ts';
import { writeLines } from '../../../lib/export/raw-lines.ts';
import { createCutter } from '../../../lib/export/raw-page.ts';
import type { LiveEvent, LoggedEvent } from '../../../lib/model.ts';
import { maskLeaks } from '../../../lib/moderate/leaks.ts';
import { createBatch } from '../../../lib/sheet/batch.ts';
import { hardWords, toldEvent } from '../../fixtures/told-events.ts';

const stamp = { at: 1_790_000_000_000, seenAt: 1_790_000_000_001 };

async function written(events: readonly LiveEvent[], mask: boolean): Promise<string> {
  let text = '';
  const batch = createBatch(async (bytes) => {
    text += new TextDecoder().decode(bytes);
  });
  const bytes = new TextEncoder().encode(events.map((one) => JSON.stringify(one)).join(','));
  const page = { first: 98, count: events.length, bytes };
  await writeLines(page, createCutter()(page), mask, batch);
  await batch.end();
  return text;
}

test('a page cut apart is what its events are as lines, masked and not', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(toldEvent, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (events, mask) => {
        const logged = events.map((one, i): LoggedEvent => ({ ...one, seq: 98 + i }));

        const expected = logged.map((one) => `${JSON.stringify(mask ? maskEvent(one) : one)}\n`).join('');

        expect(await written(events, mask)).toBe(expected);
      },
    ),
    { numRuns: 400 },
  );
});

test('the quick look misses nothing that would be masked', () => {
  fc.assert(
    fc.property(hardWords, (text) => {
      expect(maskWords(text)).toBe(maskLeaks(text));
    }),
    { numRuns: 2000 },
  );
});

test('a telephone number that a viewer wrote is starred, our own words are not', () => {
  const said = {
    kind: 'comment',
    ...stamp,
    id: 'i',
    idKind: 'feed',
    nick: '王',
    text: '打13812345678',
    source: 'feed',
    seq: 1,
  } as const;

  expect(maskEvent(said)).toMatchObject({ text: '打138****5678' });
  expect(maskEvent({ ...said, anchor: true })).toMatchObject({ text: '打13812345678' });
});
