import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DrawEvent, LoggedEvent } from '../../../lib/model.ts';
import { createAudit, type DrawAudit } from '../../../lib/tools/audit.ts';
import { drawLots } from '../../../lib/tools/draw.ts';
import { comment } from '../../fixtures/events.ts';
import { drawOfTwo } from './drawn.ts';

const secret = '5e'.repeat(32);
const stamp = { at: 1_790_000_000_000, seenAt: 1_790_000_000_000 };

test('lots are different places, as many as there are winners or candidates, and the same again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(300), fc.nat(100), fc.string(), async (count, winners, digest) => {
      const places = await drawLots({ secret, digest }, count, winners);

      expect(new Set(places).size).toBe(Math.min(count, winners));
      expect(places.every((place) => place >= 0 && place < count)).toBe(true);
      expect(await drawLots({ secret, digest }, count, winners)).toEqual(places);
    }),
    { numRuns: 40 },
  );
});

test('whoever draws all puts everybody in some order', async () => {
  const places = await drawLots({ secret, digest: 'd' }, 50, 50);

  expect([...places].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  expect(places).not.toEqual(Array.from({ length: 50 }, (_, i) => i));
});

test('every place is drawn about as often as any other', async () => {
  const hits = new Array<number>(10).fill(0);
  for (let i = 0; i < 2000; i++)
    for (const place of await drawLots({ secret, digest: `${i}` }, 10, 2)) hits[place]!++;

  // 400 each; five standard deviations are about 90
  for (const count of hits) expect(Math.abs(count - 400)).toBeLessThan(90);
});

/** A session with a draw of two from three, one of whom enters twice. */
const drawn = async (change: Partial<DrawEvent> = {}): Promise<LoggedEvent[]> =>
  (await drawOfTwo(['a', 'b', 'a', 'c'], () => change)).map((event, seq) => ({ ...event, seq }));

async function audit(events: readonly LoggedEvent[], isMasked = false): Promise<DrawAudit[]> {
  const auditor = createAudit({ isMasked });
  const found: DrawAudit[] = [];
  for (const event of events) {
    const one = await auditor.take(event);
    if (one) found.push(one);
  }
  return found;
}

test('a draw of the log can be drawn again', async () => {
  expect(await audit(await drawn())).toEqual([
    { seq: 6, tool: 't', title: '抽两位', faults: [], isWhole: true },
  ]);
});

test.each([
  [{ winners: [4, 4] }, ['winners']],
  [{ secret: '00'.repeat(32) }, ['commitment', 'lots']],
  [{ candidates: 2 }, ['candidates']],
  [{ digest: '0'.repeat(64) }, ['candidates']],
] as [Partial<DrawEvent>, string[]][])(
  'a draw that was changed (%o) is found out',
  async (change, faults) => {
    const [found] = await audit(await drawn(change));

    expect(found?.faults.filter((one) => faults.includes(one))).toEqual(faults);
  },
);

test('one more comment in the log is found out', async () => {
  const events = await drawn();
  events[3] = { ...comment('来了', { userId: 'd' }), seq: 3 };

  expect((await audit(events))[0]?.faults).toContain('candidates');
});

test('lots that are drawn twice until they please are found out', async () => {
  const events = await drawn();
  const again = { ...events[6]!, seq: 7 } as LoggedEvent;

  expect((await audit([...events, again]))[1]?.faults).toContain('again');
});

test('where people are masked or gone, the lots alone are checked, and that is said', async () => {
  const events = await drawn();
  const gone: LoggedEvent = { kind: 'gone', ...stamp, seq: 2, was: 'comment', why: 'asked' };

  expect(await audit(events, true)).toMatchObject([{ faults: [], isWhole: false }]);
  expect(await audit(events.with(2, gone))).toMatchObject([{ faults: [], isWhole: false }]);
});
