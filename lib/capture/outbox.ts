import { backOff } from './back-off.ts';

/** What the writer answered, as far as the outbox cares. */
export type Receipt = { ok: true; offset: number } | { ok: false; reason: string };

export interface OutboxOptions<T> {
  /** Sends one batch; rejects or answers `ok: false` when it is not stored. */
  send(batch: { offset: number; events: T[] }): Promise<Receipt>;
  now(): number;
  /** Runs `task` later; like setTimeout. */
  after(ms: number, task: () => void): void;
  /** most events in one batch */
  limit: number;
  /** ms from a batch of so many events to the next while events keep coming; asked each time */
  spacing?(sent: number): number;
  /** most events that are kept; beyond it the oldest go */
  capacity?: number;
  /** the event that stands in for what was lost, with the times of its loss */
  gap?(lost: number, from: number, to: number): T;
  /** Told once, when the writer will never take more, with its reason. */
  refused?(reason: string): void;
}

export interface Outbox<T> {
  push(events: readonly T[]): void;
  /** Sends all that waits without regard to spacing or receipts: the page may be gone in a moment. */
  flush(): void;
  /** events without a receipt */
  waiting(): number;
  /** those events, and the place of the first in the stream */
  unsettled(): { offset: number; events: readonly T[] };
  lost(): number;
  /** why the last batch was not taken; null while all is well */
  trouble(): string | null;
}

/** Answers after which nothing is tried again. */
const final: readonly string[] = ['session-closed', 'other-tab'];

/**
 * Sends events in order and keeps each batch until the writer has answered, so that nothing is lost
 * or doubled when the writer dies: the same batch comes again with the same offset. Sends at once
 * when idle; under load, when the last receipt is in and `spacing` has passed.
 */
export function createOutbox<T>(options: OutboxOptions<T>): Outbox<T> {
  const { send, now, after, limit, spacing = () => 50, capacity = 50_000, gap, refused } = options;
  const state = {
    offset: 0,
    sentAt: Number.NEGATIVE_INFINITY,
    sentCount: 0,
    failures: 0,
    lost: 0,
    isOver: false,
  };
  let trouble: string | null = null;
  let queue: T[] = [];
  /** sent, without a receipt; the first of them stands at `offset` of the stream */
  let sent: T[] = [];
  let missing: { lost: number; from: number; to: number } | null = null;
  let isBusy = false;

  function push(events: readonly T[]): void {
    if (state.isOver) return;
    for (const event of events) queue.push(event);
    const over = sent.length + queue.length - capacity;
    if (over > 0) {
      // some more than needed: cutting the front one by one would move the queue each time
      const cut = queue.splice(0, over + Math.floor(capacity / 20)).length;
      state.lost += cut;
      missing = { lost: (missing?.lost ?? 0) + cut, from: missing?.from ?? now(), to: now() };
    }
    next();
  }

  function next(): void {
    if (isBusy || state.isOver) return;
    if (sent.length === 0 && queue.length === 0 && !missing) return;
    const wait = state.sentAt + spacing(state.sentCount) - now();
    if (wait > 0) later(wait);
    else void deliver();
  }

  function take(count: number): void {
    if (missing && gap) queue.unshift(gap(missing.lost, missing.from, missing.to));
    missing = null;
    sent = sent.concat(queue.splice(0, count));
  }

  async function deliver(): Promise<void> {
    isBusy = true;
    // what is pushed in the same turn goes together
    await null;
    if (sent.length === 0) take(limit);
    state.sentAt = now();
    state.sentCount = Math.min(sent.length, limit);
    const receipt = await attempt(state.offset, sent.slice(0, limit));
    isBusy = false;
    if (state.isOver) return;
    trouble = receipt.ok ? null : receipt.reason;
    // another session, or a log that went back: this stream goes on from there
    const isBehind = receipt.ok && receipt.offset < state.offset;
    if (isBehind) state.offset = receipt.offset;
    const stored = receipt.ok ? Math.min(sent.length, receipt.offset - state.offset) : 0;
    if (stored > 0 || isBehind) {
      state.offset += stored;
      state.failures = 0;
      sent = sent.slice(stored);
      next();
    } else if (trouble !== null && final.includes(trouble)) {
      giveUp(trouble);
    } else {
      later(backOff(state.failures++));
    }
  }

  async function attempt(offset: number, events: T[]): Promise<Receipt> {
    try {
      return await send({ offset, events });
    } catch {
      return { ok: false, reason: 'unreachable' };
    }
  }

  function later(ms: number): void {
    isBusy = true;
    after(ms, () => {
      isBusy = false;
      next();
    });
  }

  function giveUp(reason: string): void {
    state.isOver = true;
    queue = [];
    sent = [];
    refused?.(reason);
  }

  function flush(): void {
    if (state.isOver) return;
    const unsent = sent.length;
    take(queue.length + 1);
    // messages arrive in the order they are sent, so offsets hold without the receipts
    for (let i = unsent; i < sent.length; i += limit)
      void attempt(state.offset + i, sent.slice(i, Math.min(i + limit, sent.length)));
  }

  return {
    push,
    flush,
    waiting: () => sent.length + queue.length,
    unsettled: () => ({ offset: state.offset, events: [...sent, ...queue] }),
    lost: () => state.lost,
    trouble: () => trouble,
  };
}
