import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskEvent, maskWords } from '../../../lib/export/mask.ts';
import { writeLines } from '../../../lib/export/raw-lines.ts';
import type { LiveEvent, LoggedEvent } from '../../../lib/model.ts';
import { maskLeaks } from '../../../lib/moderate/leaks.ts';
import { createBatch } from '../../../lib/sheet/batch.ts';

const pieces = fc.constantFrom(
  ...[
    '13812345678',
    '138-1234-5678',
    '一三八零零一二三四五六七',
    '建设路三号楼2单元501室',
    '微信abc12345',
    '加v hello1',
  ],
  ...[
    'a@b.com',
    '"',
    '\\',
    '\n',
    '😀',
    '到手价',
    '1号链接',
    '},{"kind":"',
    '","nick":"x',
    'QQ 123456',
    '１３８１２３４５６７８',
    ' ',
  ],
);
const words = fc.oneof(
  fc.array(pieces, { minLength: 1, maxLength: 5 }).map((all) => all.join('')),
  fc.string({ minLength: 1 }),
);
const stamp = { at: 1_790_000_000_000, seenAt: 1_790_000_000_001 };
const event: fc.Arbitrary<LiveEvent> = fc.oneof(
  fc
    .record({
      nick: words,
      userId: fc.option(words, { nil: undefined }),
      text: words,
      anchor: fc.constantFrom(true, undefined),
    })
    .map(
      (told) =>
        ({
          kind: 'comment',
          ...stamp,
          id: 'i',
          idKind: 'feed',
          ...told,
          source: 'feed',
          badges: ['粉丝'],
        }) as LiveEvent,
    ),
  fc
    .record({ nick: words, userId: words })
    .map((told) => ({ kind: 'audience', ...stamp, what: 'like', ...told }) as LiveEvent),
  words.map((text) => ({ kind: 'lack', ...stamp, question: 'q', text, intent: 'price' }) as LiveEvent),
  words.map((text) => ({ kind: 'fill', ...stamp, text, rules: '1' }) as LiveEvent),
);

async function written(events: readonly LiveEvent[], mask: boolean): Promise<string> {
  let text = '';
  const batch = createBatch(async (bytes) => {
    text += new TextDecoder().decode(bytes);
  });
  const bytes = new TextEncoder().encode(events.map((one) => JSON.stringify(one)).join(','));
  await writeLines({ first: 98, count: events.length, bytes }, mask, batch);
  await batch.end();
  return text;
}

test('a page cut apart is what its events are as lines, masked and not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 6 }), fc.boolean(), async (events, mask) => {
      const logged = events.map((one, i): LoggedEvent => ({ ...one, seq: 98 + i }));

      const expected = logged.map((one) => `${JSON.stringify(mask ? maskEvent(one) : one)}\n`).join('');

      expect(await written(events, mask)).toBe(expected);
    }),
    { numRuns: 400 },
  );
});

test('the quick look misses nothing that would be masked', () => {
  fc.assert(
    fc.property(words, (text) => {
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
