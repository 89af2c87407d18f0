import { settle } from '../alarm/alarm.ts';
import { isWorse, stockLevelOf } from '../alarm/stock.ts';
import { urgeAtNight } from '../alarm/urge.ts';
import type { Finding, GoodsEvent, HealthEvent } from '../model.ts';
import { tip } from './alarms.ts';
import type { RoomState } from './state.ts';

/** Notes that the page was heard of. In place. */
export function hearPage({ course, alarms }: RoomState): void {
  alarms.heardAt = course.clock;
  settle(alarms.list, 'capture', course.clock!, 'silent');
}

const grave: readonly NonNullable<HealthEvent['trouble']>[] = [
  'feed-silent',
  'idle-dialog',
  'logged-out',
  'page-unreadable',
];

/** What capture says of itself. In place. */
export function hearHealth(state: RoomState, { trouble }: HealthEvent): void {
  const { course, alarms, figures } = state;
  const at = course.clock!;
  for (const { kind, subject } of alarms.list)
    if (kind === 'capture' && subject !== 'silent' && subject !== trouble)
      settle(alarms.list, kind, at, subject);
  // before the first comment there may be none to hear
  if (trouble === null || figures.comments === 0) return;
  tip(state, { kind: 'capture', subject: trouble, at, risk: grave.includes(trouble) ? 3 : 1 });
}

/** Holds the shelf's stock against its levels; the worst product stands for all that tipped at once. In place. */
export function hearStock(state: RoomState, { items }: GoodsEvent): void {
  const { course, alarms } = state;
  const { stock, watch } = alarms;
  const at = course.clock!;
  for (const level of ['refill', 'urgent', 'stop'] as const) {
    const worse = items.filter(
      (one) =>
        one.stock !== undefined &&
        stockLevelOf(one.stock, watch.stock) === level &&
        isWorse(level, stock[one.id] ?? 'plenty'),
    );
    const [first] = worse.toSorted((a, b) => a.stock! - b.stock!);
    if (first)
      tip(state, {
        kind: 'stock',
        subject: `${level}:${first.id}`.slice(0, 80),
        at,
        risk: { refill: 0, urgent: 1, stop: 2 }[level],
        text: first.title,
        grounds: { value: first.stock!, limit: watch.stock[level], people: worse.length },
      });
  }
  const levels = items.flatMap(({ id, stock: pieces }) => {
    // a page that shows no stock any more tells nothing new
    const level = pieces === undefined ? (stock[id] ?? 'plenty') : stockLevelOf(pieces, watch.stock);
    return level === 'plenty' ? [] : [[id, level] as const];
  });
  alarms.stock = Object.fromEntries(levels);
  for (const one of alarms.list) {
    if (one.closed || one.kind !== 'stock') continue;
    const [level, ...id] = one.subject.split(':');
    if (alarms.stock[id.join(':')] !== level) settle(alarms.list, 'stock', at, one.subject);
  }
}

/** Our own words: what they were found to hold, and whether they urge by night. In place. */
export function hearOwn(
  state: RoomState,
  { of, text, findings = [] }: { of: number; text: string; findings?: readonly Finding[] },
): void {
  const at = state.course.clock!;
  const risk = Math.max(0, ...findings.map(({ severity }) => Number(severity.slice(1))));
  const worst = findings.find(({ severity }) => severity === `S${risk}`);
  if (risk > 0 && worst)
    tip(state, {
      kind: 'finding',
      subject: String(of),
      at,
      risk,
      text: worst.text.slice(0, 80),
      grounds: { value: findings.length },
      seqs: [of],
    });
  const urge = urgeAtNight(text, at);
  if (urge) tip(state, { kind: 'minors', subject: 'said', at, risk: 2, text: urge, seqs: [of] });
}
