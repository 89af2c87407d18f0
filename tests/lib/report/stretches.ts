import type { Finding, LiveEvent, LoggedEvent } from '../../../lib/model.ts';
import { createLibrary } from '../../../lib/reply/library.ts';
import type { Script } from '../../../lib/reply/types.ts';
import type { Digest } from '../../../lib/report/digest.ts';
import { digestOf, type Judge } from '../../../lib/report/digest-of.ts';
import type { SoldProduct } from '../../../lib/report/product-figures.ts';
import { reportOf } from '../../../lib/report/report.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import type { Turn } from '../../../lib/room/state.ts';

export const start = Date.UTC(2026, 10, 22, 12, 0, 0);

/** A judge that knows one word. */
export const judge: Judge = {
  version: 'test',
  check: (text) => {
    const at = text.indexOf('最好');
    if (at < 0) return [];
    const finding: Finding = {
      start: at,
      end: at + 2,
      text: '最好',
      canonical: '最好',
      category: 'A1',
      severity: 'S3',
      rule: 'A1-best',
      list: 'absolute',
      basis: '广告法9(三)',
      evasion: false,
      exemption: null,
      rewrites: ['很受喜欢'],
    };
    return [finding];
  },
};

/** Digests of a session that is cut before each of these seqs. */
export function digestsOf(events: readonly LiveEvent[], cuts: readonly number[] = []): Digest[] {
  const state = createRoomState();
  const bounds = [...new Set([0, ...cuts, events.length])]
    .filter((at) => at <= events.length)
    .sort((a, b) => a - b);
  return bounds.slice(0, -1).map((first, i) => {
    const goods = state.goods;
    const turns: Turn[] = [];
    const logged = events
      .slice(first, bounds[i + 1])
      .map((event, n): LoggedEvent => ({ ...event, seq: first + n }));
    const rows = logged.flatMap((event) => {
      fold(state, event, (turn) => turns.push(turn));
      return state.feed.filter(({ seq }) => event.kind === 'comment' && seq === event.seq);
    });
    return digestOf({ first, count: logged.length, events: logged, rows, turns, goods }, judge);
  });
}

const session = (events: readonly LiveEvent[]) => ({
  id: 's',
  platform: 'douyin' as const,
  title: '测试间',
  events: events.length,
  rejected: 0,
  startedAt: start,
});

export const report = (
  events: readonly LiveEvent[],
  {
    scripts = [],
    products = [],
    cuts = [],
  }: { scripts?: Script[]; products?: SoldProduct[]; cuts?: number[] } = {},
) => reportOf(digestsOf(events, cuts), session(events), createLibrary(scripts), products);

/** Seconds after the start as an event's times. */
export const after = (seconds: number) => ({ at: start + seconds * 1000, seenAt: start + seconds * 1000 });

export const says = (seconds: number, user: string, text: string, more: object = {}): LiveEvent => ({
  kind: 'comment',
  ...after(seconds),
  id: `${user}-${seconds}`,
  idKind: 'feed',
  userId: user,
  nick: user,
  text,
  source: 'feed',
  ...more,
});

export const weSay = (seconds: number, text: string): LiveEvent =>
  says(seconds, 'shop', text, { anchor: true });

export const shows = (seconds: number, question: string, ...scripts: string[]): LiveEvent => ({
  kind: 'suggestion',
  ...after(seconds),
  question,
  replies: scripts.map((script) => ({ script, text: script })),
  rules: 'test',
});

export const fills = (seconds: number, text: string, more: object = {}): LiveEvent => ({
  kind: 'fill',
  ...after(seconds),
  text,
  rules: 'test',
  ...more,
});
