import { type Failure, isLasting } from '../llm/failure.ts';
import type { Talk } from '../llm/talk.ts';
import { type Budget, type Spent, spend } from './budget.ts';
import { type Draft, draftAnswer } from './draft.ts';
import { type Check, createGate } from './gate.ts';
import type { Grounds } from './types.ts';

/** A card that someone looks at and has not answered. */
interface Wanted {
  card: string;
  grounds: Grounds;
}

/** What became of a card's draft, for the log: null when the card was left first. `calls` were made for it, in `ms`. */
export interface Drafted {
  card: string;
  outcome: Draft | null;
  calls: number;
  ms: number;
}

/** Drafts for the card in hand, one at a time. For `useSyncExternalStore`. */
export interface Drafter {
  /** the card in hand; another one, or null when it is left or answered, ends the call under way */
  want(wanted: Wanted | null): void;
  /** of the card in hand; null where nothing is to be said */
  view(): Draft | null;
  subscribe(listener: () => void): () => void;
  stop(): void;
}

interface Options {
  talk: Talk;
  check: Check;
  budget: Budget;
  /** calls that this session has made before */
  calls: number;
  now(): number;
  onDrafted(drafted: Drafted): void;
}

/** Walking past a card costs no call: so long it must stay in hand (ms). */
export const settleMs = 350;
const keptDrafts = 200;
/** A wrong key is not tried with every card (ms). */
const lastingMs = 120_000;

/**
 * Makes the one who drafts: a call per card and not per comment, none while one walks past, none for what was
 * drafted already, none beyond the budget, none while the provider wants to be left alone.
 */
export function createDrafter({ talk, check, budget, calls, now, onDrafted }: Options): Drafter {
  const listeners = new Set<() => void>();
  const known = new Map<string, Draft>();
  let spent: Spent = { calls, times: [] };
  let refusal: { failure: Failure; until: number } | null = null;
  let current: Hand | null = null;

  const tell = () => {
    for (const listener of listeners) listener();
  };
  /** A draft as it stands on what is known now: prices and stock move while a model thinks. */
  const afresh = (last: Draft, grounds: Grounds): Draft =>
    last.kind !== 'ready' || createGate(grounds, check)(last.text).ok ? last : stale;

  function leave(): void {
    if (!current) return;
    clearTimeout(current.timer);
    current.abort.abort();
    current = null;
  }

  function want(wanted: Wanted | null): void {
    if (wanted && current && keyOf(wanted) === keyOf(current.wanted)) {
      current.wanted = wanted;
      if (current.draft) current.draft = afresh(current.draft, wanted.grounds);
      else if (!current.timer) begin(current);
      tell();
      return;
    }
    leave();
    if (wanted) {
      const kept = known.get(keyOf(wanted));
      const fresh = kept ? afresh(kept, wanted.grounds) : stale;
      current = {
        card: wanted.card,
        wanted,
        draft: fresh === stale ? null : fresh,
        abort: new AbortController(),
        timer: undefined,
      };
      if (!current.draft) begin(current);
    }
    tell();
  }

  function begin(hand: Hand): void {
    if (hand.wanted.grounds.sources.length === 0) return;
    hand.timer = setTimeout(() => void draft(hand), settleMs);
  }

  async function draft(hand: Hand): Promise<void> {
    const { signal } = hand.abort;
    if (refusal && refusal.until > now()) return show(hand, { kind: 'failed', failure: refusal.failure });
    const start = now();
    const before = spent.calls;
    const pay = () => {
      const paid = spend(spent, budget, now());
      if (paid.ok) spent = paid.spent;
      return paid.ok ? { ok: true as const } : paid;
    };
    let last: Draft | null = null;
    for await (const step of draftAnswer(hand.wanted.grounds, { talk, check, pay, signal })) {
      if (signal.aborted) break;
      last = afresh(step, hand.wanted.grounds);
      show(hand, last);
    }
    // what comes late is for nobody
    const isLate = signal.aborted || !last;
    const calls = spent.calls - before;
    if (calls > 0) onDrafted({ card: hand.card, outcome: isLate ? null : last, calls, ms: now() - start });
    if (isLate || !last) return;
    refusal =
      last.kind === 'failed' ? { failure: last.failure, until: pauseAfter(last.failure, now()) } : null;
    if (last.kind === 'ready' || last.kind === 'dropped') keep(keyOf(hand.wanted), last);
  }

  function show(hand: Hand, step: Draft): void {
    if (current !== hand) return;
    hand.draft = step;
    tell();
  }

  function keep(key: string, last: Draft): void {
    known.set(key, last);
    for (const oldest of known.keys()) {
      if (known.size <= keptDrafts) break;
      known.delete(oldest);
    }
  }

  return {
    want,
    view: () => current?.draft ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: leave,
  };
}

/** A card that was split asks something else under the same id. */
const keyOf = ({ card, grounds }: Wanted): string => `${card}\n${grounds.asked[0]}`;

/** The card in hand. */
interface Hand {
  card: string;
  wanted: Wanted;
  draft: Draft | null;
  abort: AbortController;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** When a provider that failed is asked again (ms epoch). */
const pauseAfter = (failure: Failure, now: number): number =>
  isLasting(failure) ? now + lastingMs : (failure.retryAt ?? 0);

const stale: Draft = { kind: 'dropped', why: 'stale', findings: [] };
