import { expect, test } from 'vitest';
import { caveatsOf, changeOf, columnsOf, poolScript } from '../../../lib/report/compare.ts';
import type { Report } from '../../../lib/report/report.ts';
import { after, fills, report, says, shows, weSay } from './stretches.ts';

const day = 24 * 3600_000;
const later = (made: Report, session: string, days: number): Report => ({
  ...made,
  session,
  from: made.from + days * day,
  until: made.until + days * day,
});

/** `answered` of twenty questions were answered after ten seconds, in a session of ten minutes. */
const evening = (answered: number) =>
  report([
    ...Array.from({ length: 20 }, (_, i) => [
      says(10 * i, `v${i}`, `${i + 1}号链接多少钱`),
      shows(10 * i + 1, `v${i}-${10 * i}`, 'price'),
      ...(i < answered
        ? [
            fills(10 * i + 2, `到手价看${i + 1}号`, { question: `v${i}-${10 * i}`, script: 'price' }),
            weSay(10 * i + 8, `到手价看${i + 1}号`),
          ]
        : []),
    ]).flat(),
    { kind: 'room', phase: 'ended', ...after(600) },
  ]);

test('sessions of a week or a month stand in one column, with their counts added', () => {
  const sunday = evening(5);
  const reports = [later(sunday, 'c', 1), sunday, later(sunday, 'b', -3)];

  expect(columnsOf(reports, 'session').map(({ key }) => key)).toEqual(['b', 's', 'c']);
  // 2026-11-22 is a Sunday
  expect(columnsOf(reports, 'week').map(({ key, sessions }) => [key, sessions])).toEqual([
    ['2026-11-16', 2],
    ['2026-11-23', 1],
  ]);
  const [month] = columnsOf(reports, 'month');
  expect(month).toMatchObject({ key: '2026-11', sessions: 3, counts: { comments: 60, asked: 60 } });
  expect(month?.shares.first).toEqual({ part: 15, of: 60 });
  expect(month?.waits).toMatchObject({ n: 15, median: 8000 });
});

test('a change is told only where the interval leaves out no change', () => {
  const columns = [4, 18, 17].map(
    (answered, i) => columnsOf([later(evening(answered), `${i}`, i)], 'session')[0]!,
  );
  const [bad, good, alike] = columns as [(typeof columns)[0], (typeof columns)[0], (typeof columns)[0]];

  expect(changeOf(bad!, good!, 'first')?.verdict).toBe('first');
  expect(changeOf(good!, alike!, 'first')?.verdict).toBe('no-difference-shown');
  expect(changeOf(good!, alike!, 'interaction')).toBeNull();
});

test('what does not compare is said', () => {
  const [one] = columnsOf([evening(5)], 'session');
  const gap = {
    seq: 1,
    from: one!.from,
    to: one!.from + 60_000,
    reason: 'asleep' as const,
    lost: 0,
    recovered: 0,
  };
  const made = evening(5);
  const blind = columnsOf(
    [{ ...made, platform: 'taobao', unseen: { ...made.unseen, gaps: [gap], away: 60_000 } }],
    'session',
  )[0];

  expect(caveatsOf(one!, one!)).toEqual([]);
  expect(caveatsOf(one!, blind!)).toEqual(['platforms', 'unseen']);
});

test('a script is counted over all sessions that offered it', () => {
  expect(poolScript([evening(5), evening(8)], 'price')).toMatchObject({
    shown: 40,
    accepted: { part: 13, of: 40 },
    sentAsIs: 13,
  });
  expect(poolScript([evening(5)], 'nobody')).toBeNull();
});
