import type { Intent } from '../reply/types.ts';
import type { Heard, Visit } from './history.ts';

/** 高价值 · 潜力 · 沉睡 */
export type Tier = 'high' | 'potential' | 'dormant';
/** 掌控 · 忠诚 · 社交 · 完美 */
export type ViewerType = 'control' | 'loyal' | 'social' | 'perfect';

/** Something that is known, and how often; `samples` are comments that show it. */
export interface Evidence {
  what:
    | 'orders'
    | 'carts'
    | 'buying'
    | 'visits'
    | 'fan'
    | 'silent'
    | 'presses'
    | 'returns'
    | 'chats'
    | 'details';
  count: number;
  samples: Heard[];
}

/** What kind of viewer this is, with what it rests on; null where too little is known. */
export interface Portrait {
  tier: { is: Tier; evidence: Evidence[] } | null;
  type: { is: ViewerType; evidence: Evidence[] } | null;
}

/** Who asks these thinks of buying. */
const buying: ReadonlySet<Intent> = new Set(['price', 'coupon', 'stock', 'size', 'link', 'shipping']);
const details: ReadonlySet<Intent> = new Set([
  'spec',
  'ingredients',
  'suitability',
  'comparison',
  'authenticity',
  'usage',
]);
const chatting: ReadonlySet<Intent> = new Set(['greeting', 'praise', 'vote']);
const pressing = /赶紧|快点|快一点|到底|直接说|别废话|马上|必须|怎么还|听我的|你先|给我讲|催/;
const returning = /又来|回购|再买|老粉|一直在|每场|上次买|买过|支持你|第[二三四五\d]+次/;
const shown = 3;
/** So often is no accident. The figures are ours. */
const enough = 2;
/** Who comes again after so long had gone (ms). */
const day = 24 * 60 * 60_000;
const away = 14 * day;

/** Tells tier and type from a viewer's visits, the one that is looked at first. Pure. */
export function portraitOf(visits: readonly Visit[]): Portrait {
  return { tier: tierOf(visits), type: typeOf(visits) };
}

function tierOf([now, ...before]: readonly Visit[]): Portrait['tier'] {
  if (!now) return null;
  const all = [now, ...before];
  const sum = (read: (visit: Visit) => number) => all.reduce((total, visit) => total + read(visit), 0);
  const orders = sum(({ counts }) => counts.orders);
  const carts = sum(({ counts }) => counts.carts);
  const asked = all.flatMap(({ comments }) => comments.filter(({ reading }) => buying.has(reading.intent)));
  const ordered: Evidence = { what: 'orders', count: orders, samples: [] };
  const came: Evidence = { what: 'visits', count: all.length, samples: [] };
  const cart: Evidence = { what: 'carts', count: carts, samples: [] };
  const wishes: Evidence = { what: 'buying', count: asked.length, samples: asked.slice(-shown) };
  const [last] = before;
  const isBuyingNow =
    now.counts.orders + now.counts.carts > 0 ||
    now.comments.some(({ reading }) => buying.has(reading.intent));
  const isBack = last !== undefined && now.startedAt - last.lastAt > away;
  if (last && !isBuyingNow && (isBack || orders + carts > 0)) {
    const days = Math.floor((now.startedAt - last.lastAt) / day);
    const silent: Evidence = { what: 'silent', count: Math.max(0, days), samples: [] };
    return { is: 'dormant', evidence: orders > 0 ? [silent, ordered] : [silent] };
  }
  if (orders >= enough || (orders > 0 && all.length >= enough))
    return { is: 'high', evidence: [ordered, came] };
  const known = [ordered, cart, wishes].filter(({ count }) => count > 0);
  return orders > 0 || carts > 0 || asked.length >= enough ? { is: 'potential', evidence: known } : null;
}

function typeOf(visits: readonly Visit[]): Portrait['type'] {
  const comments = visits.flatMap((visit) => visit.comments);
  const of = (what: Evidence['what'], isIt: (one: Heard) => boolean): Evidence => {
    const found = comments.filter(isIt);
    return { what, count: found.length, samples: found.slice(-shown) };
  };
  const presses = of('presses', ({ text }) => pressing.test(text));
  const returns = of('returns', ({ text }) => returning.test(text));
  const chats = of('chats', ({ reading }) => chatting.has(reading.intent));
  const exact = of('details', ({ reading }) => reading.isQuestion && details.has(reading.intent));
  const isFan = visits.some((visit) => visit.isFan);
  const fan: Evidence = { what: 'fan', count: isFan ? 1 : 0, samples: [] };
  const came: Evidence = { what: 'visits', count: visits.length, samples: [] };
  const scores: { is: ViewerType; score: number; evidence: Evidence[] }[] = [
    { is: 'control', score: 1.5 * presses.count, evidence: [presses] },
    {
      is: 'loyal',
      score: returns.count * 1.5 + (isFan ? 1 : 0) + Math.min(3, visits.length - 1),
      evidence: [returns, fan, came],
    },
    { is: 'perfect', score: exact.count, evidence: [exact] },
    // who also chats is something else first
    { is: 'social', score: 0.6 * chats.count, evidence: [chats] },
  ];
  const best = scores.reduce((most, one) => (one.score > most.score ? one : most));
  if (best.score < enough) return null;
  return { is: best.is, evidence: best.evidence.filter(({ count }) => count > 0) };
}
