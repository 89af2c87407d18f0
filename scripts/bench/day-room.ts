import { defaultWatch } from '../../lib/alarm/watch.ts';
import type { LiveEvent, LoggedEvent } from '../../lib/model.ts';
import { readComment } from '../../lib/reply/read.ts';
import { sense } from '../../lib/reply/sense.ts';
import { isTestimonial } from '../../lib/room/chorus.ts';
import { createRoomState, fold } from '../../lib/room/fold.ts';
import { isWaiting } from '../../lib/room/question.ts';
import { createRandom, type Random } from '../../rehearsal/random.ts';
import { lines } from '../../rehearsal/viewers.ts';
import { nightOf } from './night.ts';

type Told<T> = T extends { at: number; seenAt: number } ? Omit<T, 'at' | 'seenAt'> : never;
export type Telling = Told<LiveEvent>;

/** A comment of an incident, in place of what a viewer would say. */
type Said = { who: string; text: string };

/** What happens in a room beside its usual course. Times are seconds since it began. */
export interface Incident {
  name: string;
  /** kinds of alarms of which at least one must be raised */
  expects: readonly string[];
  from: number;
  to: number;
  /** comments more a second */
  rate?: number;
  says?(random: Random, i: number): Said;
  /** share of the usual comments that still come */
  keeps?: number;
  /** what the page tells at that second */
  tells?(second: number): Telling | null;
  /** the page is gone: nothing at all is heard */
  isDead?: boolean;
  /** nobody answers any more */
  isUnanswered?: boolean;
  /** nobody can order */
  isUnsold?: boolean;
  /** the page's own figures, changed */
  shelf?(second: number, goods: { stock: number }[]): void;
  figures?(second: number, figures: Record<'online' | 'likes' | 'orders', number>): void;
}

export interface DayRun {
  state: ReturnType<typeof createRoomState>;
  start: number;
  /** comments folded, and the time that took (ms) */
  comments: number;
  took: number;
}

const pulse = { kind: 'health', feed: 1, dom: 0, merged: 0, trouble: null } as const;
const dropped = { malformed: 0, oversized: 0, duplicate: 0 };

/** Who shouts, sells or steers is an incident, not an evening; some complain on any, few threaten. */
const calm = lines
  .filter(({ intent }) => !['abuse', 'spam', 'injection', 'complaint', 'praise'].includes(intent))
  // a script this short would say them again and again, as no room does
  .filter(({ text }) => !isTestimonial(text, readComment(text)));
const complaints = lines.filter(({ intent }) => intent === 'complaint');
/** Who says a word that is watched by default tells of an incident: an injury, a lawyer, the authorities. */
const watched = defaultWatch.words.map(({ text }) => sense(text).text);
const plainComplaints = complaints.filter(({ text }) => {
  const letters = sense(text).text;
  return !watched.some((word) => letters.includes(word));
});
const heads = ['', '', '', '主播', '老板', '请问', '那个', '想问下', '宝子们', '我'];
const whats = '颜色 面料 味道 质感 做工 尺寸 包装 手感 版型 分量 厚度 香味 光泽 细节 口感'.split(' ');
const whose = '上次买的 给妈妈的 昨天到的 这一款 我那件 同事那个 孩子的 我家的 老公的 第一次买的'.split(' ');
const hows = '挺好 很喜欢 比想的好 不错哦 超出预期 刚刚好 很满意 还可以 特别好 真不赖'.split(' ');

/** What people say on an evening without incidents: praise in everybody's own words. */
function usualWords(random: Random, complaining: readonly { text: string }[]): string {
  const draw = random();
  if (draw < 0.05) return `${random.pick(whose)}${random.pick(whats)}${random.pick(hows)}`;
  return `${random.pick(heads)}${random.pick(draw < 0.07 ? complaining : calm).text}`;
}

/**
 * Plays a room of the rehearsal's viewers into the fold: comments whose rate swells and ebbs by a fifth, arrivals, the
 * page's figures, a shelf, a pulse each half minute, and a controller who answers each question within a minute and a
 * half. The same for the same seed.
 */
export function playDay(options: {
  seed: number;
  /** comments a second */
  rate: number;
  seconds: number;
  incidents?: readonly Incident[];
  /** hours after 19:00 in China at which it begins */
  later?: number;
  /** complaints on a usual evening say watched words, too */
  isGrave?: boolean;
  onEvent?(event: LoggedEvent, state: DayRun['state']): void;
}): DayRun {
  const { seed, rate, seconds, incidents = [], later = 0, isGrave = false, onEvent } = options;
  const complaining = isGrave ? complaints : plainComplaints;
  const start = Date.UTC(2026, 11, 1, 11 + later);
  const random = createRandom(seed, 'day');
  const state = createRoomState();
  let comments = 0;
  let took = 0;
  const tell = (at: number, event: Telling) => {
    const logged = { at, seenAt: at, ...event, seq: state.seq } as LoggedEvent;
    const before = performance.now();
    fold(state, logged);
    took += performance.now() - before;
    if (event.kind === 'comment') comments++;
    onEvent?.(logged, state);
  };
  const figures = { online: 800 + 200 * rate, likes: 0, orders: 0 };
  const goods = Array.from({ length: 8 }, (_, i) => ({
    id: `p${i}`,
    number: i + 1,
    title: `商品${i}`,
    stock: 900,
  }));
  const night = nightOf({ seed, from: start, rate: rate * 1.4 });
  const answersAt = new Map<string, number>();
  let next = night.next().value!;
  let id = 0;
  tell(start, { kind: 'room', phase: 'live' });
  tell(start, { kind: 'goods', items: goods, explaining: 'p0' });
  for (let second = 0; second < seconds; second++) {
    const now = start + second * 1000;
    const running = incidents.filter(({ from, to }) => second >= from && second < to);
    const swell = 1 + 0.2 * Math.sin(second / 240 + seed) + 0.1 * Math.sin(second / 37);
    const keeps = running.reduce((share, one) => share * (one.keeps ?? 1), swell / 1.4);
    const due: { at: number; event: Telling }[] = [];
    for (; next.at < now + 1000; next = night.next().value!) {
      const { at: _, seenAt: __, ...event } = next;
      if (random() < keeps)
        due.push({ at: next.at, event: { ...event, id: `c${id++}`, text: usualWords(random, complaining) } });
    }
    for (const { rate: more = 0, says } of running)
      for (let i = Math.floor(more * second); i < Math.floor(more * (second + 1)); i++) {
        const said = says!(random, i);
        const event = {
          idKind: 'feed',
          userId: said.who,
          nick: said.who,
          text: said.text,
          source: 'feed',
        } as const;
        due.push({ at: now + random.int(1000), event: { kind: 'comment', id: `i${id++}`, ...event } });
      }
    if (running.some(({ isDead }) => isDead)) continue;
    for (const { at, event } of due.sort((a, b) => a.at - b.at)) tell(at, event);
    if (random() < 0.7)
      tell(now + 999, { kind: 'audience', what: 'enter', count: 1 + random.int(Math.ceil(rate * 3)) });
    if (second % 5 === 0) {
      figures.online = Math.max(
        50,
        figures.online + Math.round((random() - 0.5) * Math.sqrt(figures.online)),
      );
      figures.likes += random.int(40 * Math.ceil(rate));
      const orders = random() < 0.5 ? random.int(Math.ceil(rate / 2) + 1) : 0;
      if (!running.some(({ isUnsold }) => isUnsold)) figures.orders += orders;
      for (const { figures: change } of running) change?.(second, figures);
      for (const name of ['online', 'likes', 'orders'] as const)
        tell(now + 999, { kind: 'metric', name, value: Math.max(0, figures[name]) });
    }
    if (second % 30 === 0 && running.every(({ tells }) => !tells)) tell(now + 999, { ...pulse, dropped });
    if (second % 60 === 0) {
      for (const one of goods) one.stock -= random.int(2);
      for (const { shelf } of running) shelf?.(second, goods);
      const items = goods.map((one) => ({ ...one, stock: Math.max(0, one.stock) }));
      tell(now + 999, { kind: 'goods', items, explaining: `p${Math.floor(second / 600) % 8}` });
    }
    for (const { tells } of running) {
      const told = tells?.(second);
      if (told) tell(now + 999, told);
    }
    if (second % 2 === 0 && !running.some(({ isUnanswered }) => isUnanswered)) answerDue(second);
  }
  return { state, start, comments, took };

  function answerDue(second: number): void {
    for (const one of state.questions.values()) {
      if (!isWaiting(one)) continue;
      const due = answersAt.get(`${one.id}:${one.since}`) ?? second + 5 + random.int(85);
      answersAt.set(`${one.id}:${one.since}`, due);
      if (second < due) continue;
      answersAt.delete(`${one.id}:${one.since}`);
      tell(start + second * 1000 + 999, { kind: 'answer', question: one.id, how: 'spoken' });
    }
  }
}
