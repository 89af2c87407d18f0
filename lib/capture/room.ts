import { limits } from '../limits.ts';
import type { CommentEvent, PageEvent, PlatformId, Pulse, Trouble } from '../model.ts';
import type { Goods, Reading, Said } from '../platforms/platform.ts';
import { createGaps, type Gaps } from './gaps.ts';
import { createReporter } from './health.ts';
import { keyOf } from './identity.ts';
import { createLink, type Env, type Stored } from './link.ts';
import { createMerge } from './merge.ts';
import { createOutbox } from './outbox.ts';
import { createPulse, type Seeing } from './pulse.ts';
import { createSeen, type Seen } from './seen.ts';
import type { Sequence } from './sequence.ts';
import { createShelf } from './shelf.ts';

export interface RoomOptions {
  platform: PlatformId;
  isPolled: boolean;
  isAside?: true | undefined;
  /** null while unknown */
  id: string | null;
  /** stands in for the id when it stays unknown */
  address(): string;
  title(): string;
  seen: Seen;
  sequence: Pick<Sequence, 'recall'>;
  /** Its events were refused because another tab has the room: this one is of no use any more. */
  onTaken(): void;
}

/** One room while this page shows it: what is said becomes events, the events reach their session. */
export interface Room {
  id(): string | null;
  /** The platform told the room's id, perhaps after the session was begun. */
  name(id: string): void;
  /** the session it feeds; null before it has one and after it was closed */
  session(): string | null;
  feed(reading: Reading, seenAt: number, opening: boolean): void;
  /** The figures as the page shows them now. */
  figures(figures: Reading['metrics'], seenAt: number): void;
  /** The shelf as the page shows it now. */
  goods(goods: Goods, seenAt: number): void;
  rows(said: readonly Said[], seenAt: number, backlog: boolean): void;
  push(events: readonly PageEvent[]): void;
  /** Says how capture does; gives how many comments came from the list alone, and whether it shows other than the feed. */
  tick(trouble: Trouble | null, seeing: Seeing): { alone: number; disagrees: boolean };
  /** Time went by unseen; what comes in next may be of that time. */
  gap: Gaps['open'];
  end(): void;
  flush(): void;
  /** The page may be gone in a moment: the last sign of life goes with what waits. */
  farewell(trouble: Trouble | null, seeing: Seeing): void;
  /** No more will come; what is there is still delivered. */
  leave(): void;
}

const isNoConsoles = ({ kind }: PageEvent) => kind === 'audience' || kind === 'metric' || kind === 'goods';

const commentsOf = (events: readonly PageEvent[]) => events.filter((event) => event.kind === 'comment');

/** A page that comes back sooner has surely missed nothing that is not in its backlog (ms). */
const noticeable = 3000;
/** ms to wait for the platform to tell the room's id. */
const idPatience = 2000;
/** most events that are kept before there is a session */
const earlyLimit = 50_000;

export function createRoom(options: RoomOptions, env: Env): Room {
  const stream = env.newId();
  const merge = createMerge({ ...options, startedAt: env.now() });
  const report = createReporter();
  const pulse = createPulse();
  const gaps = createGaps();
  const startedAt = env.now();
  const dropped = { malformed: 0, oversized: 0, sealed: 0 };
  let id = options.id;
  let phase: 'early' | 'aside' | 'told' | 'over' = 'early';
  let hasEnded = false;
  const shelf = createShelf();
  /** what viewers did, by the platform's ids */
  const done = createSeen(20_000);
  const figures = new Map<string, number>();
  /** what came before there was a session; then null */
  let early: PageEvent[] = [];

  const link = createLink({
    env,
    stream,
    room: () => ({
      platform: options.platform,
      id: (id ?? options.address()).slice(0, 128),
      title: options.title().slice(0, 200),
    }),
    isAside: options.isAside,
    onOpen,
    onHeld,
  });
  const outbox = createOutbox<PageEvent>({
    send: link.send,
    now: env.now,
    after: env.after,
    limit: limits.batch,
    // a hidden page's timers come once a second or a minute; after a flood the panel wants rest, after a word or two none
    spacing: (sent) => (env.isHidden() ? 0 : Math.min(50, Math.max(16, sent))),
    gap: gapOf,
    refused(reason) {
      phase = 'over';
      if (reason === 'other-tab') options.onTaken();
    },
  });

  function gapOf(lost: number, from: number, to: number): PageEvent {
    return { kind: 'gap', at: to, seenAt: to, from, to, reason: 'outbox-full', lost };
  }

  function push(events: readonly PageEvent[]): void {
    if (phase === 'told') outbox.push(events);
    if (phase === 'aside') outbox.push(events.filter(isNoConsoles));
    if (phase === 'told' || phase === 'over') return;
    for (const event of events) early.push(event);
    const over = early.length > earlyLimit ? early.splice(0, earlyLimit / 2) : [];
    if (over.length > 0) early.unshift(gapOf(over.length, over[0]!.seenAt, over.at(-1)!.seenAt));
  }

  function onOpen({ recent, lately, deeds, lastSeenAt }: Stored): void {
    const isFirst = phase === 'early';
    phase = 'told';
    forget(deeds);
    const isStored = merge.seed(recent, options.sequence.recall(lately.map(keyOf)));
    const at = env.now();
    const title = options.title().slice(0, 200);
    outbox.push([{ kind: 'room', phase: 'live', at, seenAt: at, ...(title && { title }) }]);
    // what this page told while it stood aside is stored
    const untold = (isFirst ? early : early.filter((event) => !isNoConsoles(event))).filter(
      (event) => event.kind !== 'comment' || !isStored(event),
    );
    if (isFirst && lastSeenAt !== null && startedAt - lastSeenAt > noticeable)
      gaps.open('page-away', lastSeenAt, startedAt);
    gaps.count(commentsOf(untold), true);
    outbox.push(untold);
    early = [];
  }

  /** Deeds that stand in the log are not told again, nor those that were waiting for a session. */
  function forget(deeds: readonly string[]): void {
    const stored = new Set(deeds);
    for (const deed of deeds) done.add(deed);
    early = early.filter((event) => event.kind !== 'audience' || !stored.has(`${event.what}:${event.id}`));
  }

  /** What was said up to now is told by the other tab; what is said from now on may be this one's to tell. */
  function onHeld(deeds: readonly string[] | null): void {
    const isAside = deeds !== null;
    if (isAside) forget(deeds);
    if (isAside && phase === 'early') outbox.push(early.filter(isNoConsoles));
    if (isAside) phase = 'aside';
    early = [];
    merge.tick(env.now());
  }

  function take(comments: CommentEvent[], isAnswer: boolean): CommentEvent[] {
    pulse.comments(comments, env.now());
    if (phase === 'told') gaps.count(comments, isAnswer);
    return comments;
  }

  function healthOf(trouble: Trouble | null, seeing: Seeing) {
    const { feed, dom, merged, duplicate, unmatched } = merge.counts();
    const { malformed, oversized, sealed } = dropped;
    return {
      trouble,
      feed,
      dom,
      merged,
      dropped: { malformed, oversized, duplicate, ...(sealed > 0 && { sealed }) },
      pulse: {
        ...seeing,
        ...pulse.now(env.now()),
        refuted: unmatched,
        waiting: outbox.waiting(),
      } satisfies Pulse,
    };
  }

  function showGoods(goods: Goods, seenAt: number): void {
    const whole = shelf(goods);
    if (whole) push([{ kind: 'goods', at: seenAt, seenAt, ...whole }]);
  }

  /** A figure is told when it has changed: feeds repeat them with every push. */
  function metricsOf(metrics: Reading['metrics'], seenAt: number): PageEvent[] {
    const fresh = metrics.filter(({ name, value }) => figures.get(name) !== value);
    for (const { name, value } of fresh) figures.set(name, value);
    return fresh.map((one) => ({ kind: 'metric', at: seenAt, seenAt, ...one }));
  }

  function open(): void {
    // a page that is opened after the end begins no session
    if (!hasEnded) link.open();
  }
  if (id !== null) open();
  else env.after(idPatience, open);

  return {
    id: () => id,
    name(told) {
      if (id !== null) return;
      id = told;
      open();
    },
    session: () => (phase === 'told' ? link.session() : null),
    feed(reading, seenAt, opening) {
      dropped.malformed += reading.malformed;
      dropped.oversized += reading.oversized;
      pulse.items(reading.said?.length ?? 0, reading.malformed + reading.oversized);
      dropped.sealed += reading.sealed ?? 0;
      const did = (reading.did ?? []).filter(({ what, id }) => id === undefined || done.add(`${what}:${id}`));
      push([
        ...(reading.said ? take(merge.feed(reading.said, seenAt, opening), true) : []),
        ...metricsOf(reading.metrics, seenAt),
        ...did.map((one) => ({ kind: 'audience' as const, at: seenAt, seenAt, ...one })),
      ]);
      if (reading.goods) showGoods(reading.goods, seenAt);
    },
    figures: (shown, seenAt) => push(metricsOf(shown, seenAt)),
    goods: showGoods,
    rows: merge.rows,
    push,
    tick(trouble, seeing) {
      const now = env.now();
      // before there is a session nobody knows which rows it has
      const alone = phase === 'told' ? take(merge.tick(now), false) : [];
      push(alone);
      if (phase === 'told') push(gaps.take(now));
      const health = report(healthOf(trouble, seeing), now);
      if (health) push([health]);
      return { alone: alone.length, disagrees: pulse.compare(merge.counts()) };
    },
    gap: gaps.open,
    end() {
      if (hasEnded) return;
      hasEnded = true;
      const at = env.now();
      if (phase === 'told') push([{ kind: 'room', phase: 'ended', at, seenAt: at }]);
    },
    flush: outbox.flush,
    farewell(trouble, seeing) {
      // no feed will bring them when the page is back
      if (phase === 'told' && merge.counts().feed === 0) push(take(merge.tick(env.now() + 2500), false));
      const health = report(healthOf(trouble, seeing), env.now(), true);
      if (phase === 'told') push([...gaps.take(env.now(), true), ...(health ? [health] : [])]);
      outbox.flush();
      const [session, left] = [link.session(), outbox.unsettled()];
      // messages of a page that is gone are lost while the worker wakes
      if (session && left.events.length > 0)
        env.keep({ session, stream, offset: left.offset, events: [...left.events] });
    },
    leave() {
      link.close();
      if (phase === 'told') push([...merge.tick(env.now() + 2500), ...gaps.take(env.now(), true)]);
      outbox.flush();
    },
  };
}
