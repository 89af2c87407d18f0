import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOutbox, type Outbox, type OutboxOptions, type Receipt } from '../../../lib/capture/outbox.ts';

interface Sent {
  at: number;
  offset: number;
  events: number[];
}

/** A clock that is moved by hand, with the promises of each moment settled before the next. */
function createClock() {
  let now = 1000;
  let tasks: { at: number; task: () => void }[] = [];
  const settle = async () => {
    for (let i = 0; i < 20; i += 1) await null;
  };
  return {
    now: () => now,
    after: (ms: number, task: () => void) => void tasks.push({ at: now + Math.max(0, ms), task }),
    async run(ms: number) {
      const end = now + ms;
      await settle();
      for (;;) {
        const due = tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        tasks = tasks.filter((one) => one !== due);
        now = Math.max(now, due.at);
        due.task();
        await settle();
      }
      now = end;
    },
  };
}
type Clock = ReturnType<typeof createClock>;

/** A writer as the background is one: stores what goes beyond its offset, answers after `delay` ms. */
function createWriter(clock: Clock, { delay = 3, fails = (_: number) => null as string | null } = {}) {
  const stored: number[] = [];
  const sent: Sent[] = [];
  const send = ({ offset, events }: { offset: number; events: number[] }): Promise<Receipt> => {
    sent.push({ at: clock.now(), offset, events });
    const failure = fails(sent.length - 1);
    // `late`: stored, but the receipt is lost with the worker
    if (offset <= stored.length && (failure === null || failure === 'late'))
      stored.push(...events.slice(Math.max(0, stored.length - offset)));
    return new Promise((resolve, reject) => {
      clock.after(delay, () => {
        if (failure === null) resolve({ ok: true, offset: stored.length });
        else if (failure === 'late' || failure === 'throws') reject(new Error('The worker died.'));
        else resolve({ ok: false, reason: failure });
      });
    });
  };
  return { stored, sent, send };
}

function setUp(options: Partial<OutboxOptions<number>> & Parameters<typeof createWriter>[1] = {}) {
  const clock = createClock();
  const writer = createWriter(clock, options);
  const { send } = writer;
  const outbox: Outbox<number> = createOutbox({ limit: 100, send, ...clock, ...options });
  return { clock, writer, outbox };
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

test('an idle outbox sends at once, and what is pushed in one turn goes together', async () => {
  const { clock, writer, outbox } = setUp();

  outbox.push([1]);
  outbox.push([2, 3]);
  await clock.run(0);

  expect(writer.sent).toEqual([{ at: 1000, offset: 0, events: [1, 2, 3] }]);
});

test('under load it sends when the receipt is in and 50 ms have passed', async () => {
  const { clock, writer, outbox } = setUp();

  for (const event of range(0, 20)) {
    outbox.push([event]);
    await clock.run(10);
  }
  await clock.run(100);

  expect(writer.sent.map(({ at }) => at - 1000)).toEqual([0, 50, 100, 150, 200]);
  expect(writer.stored).toEqual(range(0, 20));
});

test('a slow writer is never sent a second batch before its receipt', async () => {
  const { clock, writer, outbox } = setUp({ delay: 400 });

  outbox.push([1]);
  await clock.run(100);
  outbox.push([2]);
  await clock.run(350);

  expect(writer.sent.map(({ at, events }) => [at - 1000, events])).toEqual([
    [0, [1]],
    [400, [2]],
  ]);
});

test('a batch whose receipt got lost comes again with the same offset and is stored once', async () => {
  const { clock, writer, outbox } = setUp({ fails: (n) => (n === 0 ? 'late' : null) });

  outbox.push([1, 2]);
  await clock.run(10);
  outbox.push([3]);
  await clock.run(5000);

  expect(writer.sent.slice(0, 2).map(({ offset }) => offset)).toEqual([0, 0]);
  expect(writer.stored).toEqual([1, 2, 3]);
  expect(outbox.waiting()).toBe(0);
});

test('it waits longer after each failure and says why', async () => {
  const { clock, writer, outbox } = setUp({ fails: () => 'disk-full' });

  outbox.push([1]);
  await clock.run(20_000);

  const gaps = writer.sent.slice(1).map(({ at }, i) => Math.round((at - writer.sent[i]!.at) / 250));
  expect(gaps.slice(0, 6)).toEqual([1, 2, 4, 8, 16, 20]);
  expect(outbox.trouble()).toBe('disk-full');
  expect(outbox.waiting()).toBe(1);
});

test('beyond its capacity the oldest go, and one event says how many', async () => {
  const { clock, writer, outbox } = setUp({
    capacity: 100,
    limit: 1000,
    gap: (lost) => -lost,
    fails: (n) => (n < 3 ? 'throws' : null),
  });

  outbox.push([0]);
  await clock.run(0);
  outbox.push(range(1, 151));
  await clock.run(10_000);

  const lost = outbox.lost();
  expect(lost).toBeGreaterThanOrEqual(51);
  expect(writer.stored).toEqual([0, -lost, ...range(1 + lost, 151)]);
});

test('a closed session is not pressed further', async () => {
  const refusals: string[] = [];
  const { clock, writer, outbox } = setUp({
    fails: () => 'session-closed',
    refused: () => void refusals.push('refused'),
  });

  outbox.push([1]);
  await clock.run(60_000);
  outbox.push([2]);
  await clock.run(60_000);

  expect(writer.sent).toHaveLength(1);
  expect(refusals).toEqual(['refused']);
  expect(outbox.waiting()).toBe(0);
});

test('the last words of a page need no receipts and no timers', async () => {
  const { clock, writer, outbox } = setUp({ delay: 500, limit: 2 });
  outbox.push([1]);
  await clock.run(1);

  outbox.push([2, 3, 4]);
  outbox.flush();

  expect(writer.stored).toEqual([1, 2, 3, 4]);
  await clock.run(10_000);
  expect(writer.stored).toEqual([1, 2, 3, 4]);
  expect(outbox.waiting()).toBe(0);
});

test('a writer that knows less than was receipted gets the rest from where it stands', async () => {
  const { clock, writer, outbox } = setUp();
  outbox.push([1, 2, 3]);
  await clock.run(100);
  // the stream goes over to another session
  writer.stored.length = 0;

  outbox.push([4, 5]);
  await clock.run(100);

  expect(writer.stored).toEqual([4, 5]);
});

test('whatever fails and however it is pushed, every event is stored once and in order', async () => {
  const push = fc.record({ count: fc.nat(30), pause: fc.nat(200), flush: fc.boolean() });
  const failure = fc.constantFrom(null, null, 'late', 'throws', 'database-blocked');
  await fc.assert(
    fc.asyncProperty(
      fc.array(push, { maxLength: 20 }),
      fc.array(failure, { maxLength: 12 }),
      fc.integer({ min: 1, max: 40 }),
      async (pushes, failures, limit) => {
        const { clock, writer, outbox } = setUp({ limit, fails: (n) => failures[n] ?? null });
        let next = 0;
        for (const { count, pause, flush } of pushes) {
          outbox.push(range(next, next + count));
          next += count;
          await clock.run(pause);
          if (flush) outbox.flush();
        }
        await clock.run(120_000);

        expect(writer.stored).toEqual(range(0, next));
        expect(outbox.waiting()).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});
