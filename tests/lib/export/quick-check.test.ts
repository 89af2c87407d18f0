import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSurelyComment } from '../../../lib/export/quick-check.ts';
import { limits } from '../../../lib/limits.ts';
import { CommentEvent } from '../../../lib/model.ts';
import { anyEvent } from '../../fixtures/any-event.ts';

const said = {
  kind: 'comment',
  at: 1_790_000_000_000,
  seenAt: 1_790_000_000_001,
  id: 'i',
  idKind: 'feed',
  userId: '~a',
  nick: '小满',
  text: '几天能到',
  source: 'feed',
  anchor: true,
  backlog: true,
  badges: ['粉丝'],
  seq: 7,
};

/** Around every limit of every field, and of other types. */
const text = (...lengths: number[]) => fc.constantFrom(...lengths.map((length) => '字'.repeat(length)));
const wrong = fc.constantFrom<unknown>(null, false, true, 1, -1, 1.5, '', 'x', [], {}, ['x'], { length: 1 });
const time = fc.constantFrom(1e12 - 1, 1e12, 1e13, 1e13 + 1, 1_790_000_000_000.5, 1.79e12, Number.NaN);
const values = {
  kind: fc.constantFrom('comment', 'audience'),
  at: time,
  seenAt: time,
  id: text(0, 1, 128, 129),
  idKind: fc.constantFrom('feed', 'synthetic', 'dom'),
  userId: text(0, 128, 129),
  nick: text(0, limits.nick, limits.nick + 1),
  text: text(0, 1, limits.text, limits.text + 1),
  source: fc.constantFrom('feed', 'dom', 'synthetic'),
  anchor: fc.boolean(),
  backlog: fc.boolean(),
  badges: fc.array(fc.oneof(text(0, 1, limits.badge, limits.badge + 1), wrong), {
    maxLength: limits.badges + 1,
    size: 'max',
  }),
  seq: fc.constantFrom(0, 7, -1, 0.5, 2 ** 53, Number.NaN),
};
const change = fc.oneof(
  ...Object.entries(values).map(([key, value]) =>
    fc.tuple(fc.constant(key), fc.oneof(value, wrong, fc.constant(undefined))),
  ),
  fc.tuple(fc.constantFrom('more', '__proto__', 'gift'), wrong),
);
const line = fc.tuple(fc.array(change, { maxLength: 3 }), fc.boolean()).map(([changes, isTurned]) => {
  const entries = Object.entries({ ...said, ...Object.fromEntries(changes) });
  // as it is parsed from a file
  return JSON.parse(JSON.stringify(Object.fromEntries(isTurned ? entries.reverse() : entries)));
});

test('what passes the quick check is what the schema makes of it, spelled the same, and a seq', () => {
  let passed = 0;
  fc.assert(
    fc.property(line, (value) => {
      if (!isSurelyComment(value)) return;
      passed++;
      const { seq, ...event } = value;
      const read = CommentEvent.safeParse(value);

      expect(JSON.stringify(read.data)).toBe(JSON.stringify(event));
      expect(JSON.stringify(value)).toBe(`${JSON.stringify(event).slice(0, -1)},"seq":${seq}}`);
      expect(Number.isSafeInteger(seq) && seq >= 0).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(passed).toBeGreaterThan(100);
});

test('every comment of the schema passes it, as its line has it', () => {
  fc.assert(
    fc.property(anyEvent, fc.nat(), (event, seq) => {
      const { data } = CommentEvent.safeParse(event);
      const value = JSON.parse(JSON.stringify({ ...event, ...data, seq }));

      expect(isSurelyComment(value)).toBe(event.kind === 'comment');
    }),
    { numRuns: 2000 },
  );
});
