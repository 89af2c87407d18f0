import { limits } from '../limits.ts';
import type { PageEvent, PlatformId, Trouble } from '../model.ts';
import type { Goods, Reading, Said } from '../platforms/platform.ts';
import { createReporter } from './health.ts';
import { keyOf } from './identity.ts';
import { createLink, type Env, type Stored } from './link.ts';
import { createMerge } from './merge.ts';
import { createOutbox } from './outbox.ts';
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
  /** Gives how many comments came from the list alone. */
  tick(trouble: Trouble | null): number;
  end(): void;
  flush(): void;
  /** No more will come; what is there is still delivered. */
  leave(): void;
}

const isNoConsoles = ({ kind }: PageEvent) => kind === 'audience' || kind === 'metric' || kind === 'goods';

/** ms to wait for the platform to tell the room's id. */
const idPatience = 2000;
/** most events that are kept before there is a session */
const earlyLimit = 20_000;

export function createRoom(options: RoomOptions, env: Env): Room {
  const stream = env.newId();
  const merge = createMerge({ ...options, startedAt: env.now() });
  const report = createReporter();
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
    // a hidden page's timers come once a second or a minute
    spacing: () => (env.isHidden() ? 0 : 50),
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

  function onOpen({ recent, lately }: Stored): void {
    const isFirst = phase === 'early';
    phase = 'told';
    const isStored = merge.seed(recent, options.sequence.recall(lately.map(keyOf)));
    const at = env.now();
    const title = options.title().slice(0, 200);
    outbox.push([{ kind: 'room', phase: 'live', at, seenAt: at, ...(title && { title }) }]);
    // what this page told while it stood aside is stored
    const untold = isFirst ? early : early.filter((event) => !isNoConsoles(event));
    outbox.push(untold.filter((event) => event.kind !== 'comment' || !isStored(event)));
    early = [];
  }

  /** What was said up to now is told by the other tab; what is said from now on may be this one's to tell. */
  function onHeld(isAside: boolean): void {
    if (isAside && phase === 'early') outbox.push(early.filter(isNoConsoles));
    if (isAside) phase = 'aside';
    early = [];
    merge.tick(env.now());
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
      dropped.sealed += reading.sealed ?? 0;
      const did = (reading.did ?? []).filter(({ what, id }) => id === undefined || done.add(`${what}:${id}`));
      push([
        ...(reading.said ? merge.feed(reading.said, seenAt, opening) : []),
        ...metricsOf(reading.metrics, seenAt),
        ...did.map((one) => ({ kind: 'audience' as const, at: seenAt, seenAt, ...one })),
      ]);
      if (reading.goods) showGoods(reading.goods, seenAt);
    },
    figures: (shown, seenAt) => push(metricsOf(shown, seenAt)),
    goods: showGoods,
    rows: merge.rows,
    push,
    tick(trouble) {
      const now = env.now();
      // before there is a session nobody knows which rows it has
      const alone = phase === 'told' ? merge.tick(now) : [];
      push(alone);
      const { feed, dom, merged, duplicate } = merge.counts();
      const health = report({ trouble, feed, dom, merged, dropped: { ...dropped, duplicate } }, now);
      if (health) push([health]);
      return alone.length;
    },
    end() {
      if (hasEnded) return;
      hasEnded = true;
      const at = env.now();
      if (phase === 'told') push([{ kind: 'room', phase: 'ended', at, seenAt: at }]);
    },
    flush: outbox.flush,
    leave() {
      link.close();
      if (phase === 'told') push(merge.tick(env.now() + 2500));
      outbox.flush();
    },
  };
}
