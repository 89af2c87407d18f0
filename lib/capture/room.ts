import { limits } from '../limits.ts';
import type { MessageName, Request, Response } from '../messages.ts';
import type { HealthEvent, PageEvent, PlatformId, RoomRef, Trouble } from '../model.ts';
import type { Reading, Said } from '../platforms/platform.ts';
import { createReporter } from './health.ts';
import { createMerge } from './merge.ts';
import { createOutbox, type Receipt } from './outbox.ts';
import type { Seen } from './seen.ts';

export interface Env {
  now(): number;
  /** Like setTimeout. */
  after(ms: number, task: () => void): void;
  newId(): string;
  post<N extends Extract<MessageName, `cs-${string}`>>(name: N, payload: Request<N>): Promise<Response<N>>;
  isHidden(): boolean;
}

export interface RoomOptions {
  platform: PlatformId;
  isPolled: boolean;
  /** null while unknown */
  id: string | null;
  /** stands in for the id when it stays unknown */
  address: string;
  title(): string;
  seen: Seen;
}

/** One room while this page shows it: what is said becomes events, the events reach their session. */
export interface Room {
  id(): string | null;
  /** The platform told the room's id, perhaps after the session was begun. */
  name(id: string): void;
  /** the session it feeds; null before it has one and after it was closed */
  session(): string | null;
  feed(reading: Reading, seenAt: number, opening: boolean): void;
  rows(said: readonly Said[], seenAt: number, backlog: boolean): void;
  push(events: readonly PageEvent[]): void;
  /** Gives how many comments came from the list alone. */
  tick(trouble: Trouble | null): number;
  end(): void;
  flush(): void;
  /** No more will come; what is there is still delivered. */
  leave(): void;
}

/** ms to wait for the platform to tell the room's id. */
const idPatience = 2000;
/** ms until a refused attach is tried again. */
const attachPause = 5000;
const earlyLimit = 20_000;

export function createRoom(options: RoomOptions, env: Env): Room {
  const startedAt = env.now();
  const stream = env.newId();
  const merge = createMerge({ startedAt, isPolled: options.isPolled, seen: options.seen });
  const report = createReporter();
  const dropped = { malformed: 0, oversized: 0 };
  let id = options.id;
  let session: string | null = null;
  /** the name the session was last asked for under */
  let askedAs: string | null = null;
  let phase: 'early' | 'attaching' | 'attached' | 'over' = 'early';
  let hasEnded = false;
  /** what came before the session was known */
  let early: PageEvent[] = [];
  let isLeft = false;

  const outbox = createOutbox<PageEvent>({
    send,
    now: env.now,
    after: env.after,
    limit: limits.batch,
    // a hidden page's timers come once a second or a minute
    spacing: () => (env.isHidden() ? 0 : 50),
    gap: (lost, from, to) => ({ kind: 'gap', at: to, seenAt: to, from, to, reason: 'outbox-full', lost }),
    refused: () => {
      phase = 'over';
      session = null;
    },
  });

  function push(events: readonly PageEvent[]): void {
    if (phase === 'over' || events.length === 0) return;
    if (phase === 'attached') {
      outbox.push(events);
      return;
    }
    for (const event of events) early.push(event);
    if (early.length > earlyLimit) early.splice(0, early.length - earlyLimit / 2);
  }

  const room = (): RoomRef => ({
    platform: options.platform,
    id: (id ?? options.address).slice(0, 128),
    title: options.title().slice(0, 200),
  });

  async function attach(): Promise<void> {
    if (phase !== 'early' || hasEnded) return;
    phase = 'attaching';
    const answer = await ask().catch(() => null);
    if (answer?.ok) {
      attached(answer.session, answer.recent);
      return;
    }
    phase = 'early';
    // the other tab tells what is said in this room
    if (answer?.reason === 'other-tab') early = [];
    if (!isLeft) env.after(attachPause, () => void attach());
  }

  function ask() {
    const asked = room();
    askedAs = asked.id;
    return env.post('cs-bg:attach', { room: asked, stream });
  }

  function attached(to: string, recent: readonly string[]): void {
    session = to;
    phase = 'attached';
    const isStored = merge.seed(recent);
    const at = env.now();
    const { title } = room();
    const waiting = early.filter((event) => event.kind !== 'comment' || !isStored(event));
    early = [];
    outbox.push([{ kind: 'room', phase: 'live', at, seenAt: at, ...(title && { title }) }, ...waiting]);
  }

  async function send(batch: { offset: number; events: PageEvent[] }): Promise<Receipt> {
    // gone meanwhile, or begun before the room had told its id: the writer renames it
    if (session === null || askedAs !== room().id) {
      const answer = await ask();
      if (!answer.ok) return answer;
      session = answer.session;
      merge.seed(answer.recent);
    }
    const receipt = await env.post('cs-bg:append', { session, stream, ...batch });
    if (!receipt.ok && receipt.reason === 'unknown-session') session = null;
    return receipt;
  }

  if (id !== null) void attach();
  else env.after(idPatience, () => void attach());

  function figures(trouble: Trouble | null): Omit<HealthEvent, 'kind' | 'at' | 'seenAt'> {
    const { feed, dom, merged, duplicate } = merge.counts();
    return { trouble, feed, dom, merged, dropped: { ...dropped, duplicate } };
  }

  return {
    id: () => id,
    name(told) {
      if (id !== null) return;
      id = told;
      void attach();
    },
    session: () => (phase === 'attached' ? session : null),
    feed(reading, seenAt, opening) {
      dropped.malformed += reading.malformed;
      dropped.oversized += reading.oversized;
      const events: PageEvent[] = reading.said ? merge.feed(reading.said, seenAt, opening) : [];
      for (const { name, value } of reading.metrics)
        events.push({ kind: 'metric', at: seenAt, seenAt, name, value });
      push(events);
    },
    rows: (said, seenAt, backlog) => merge.rows(said, seenAt, backlog),
    push,
    tick(trouble) {
      const now = env.now();
      const alone = merge.tick(now);
      push(alone);
      const health = report(figures(trouble), now);
      if (health) push([health]);
      return alone.length;
    },
    end() {
      if (hasEnded) return;
      hasEnded = true;
      const at = env.now();
      if (phase === 'attached') push([{ kind: 'room', phase: 'ended', at, seenAt: at }]);
    },
    flush: () => outbox.flush(),
    leave() {
      isLeft = true;
      push(merge.tick(env.now() + 2500));
      outbox.flush();
    },
  };
}
