/** Half a minute of words: each with how many comments said it. */
interface Slot {
  /** ms epoch at which it begins */
  at: number;
  counts: Map<string, number>;
}

/** The words of the last ten minutes. */
export interface Hot {
  /** words of the products on sale, which no lexicon knows */
  names: Set<string>;
  /** oldest first, the last one is open */
  slots: Slot[];
}

/** A word that is said a lot. */
export interface HotWord {
  word: string;
  /** comments of the last five minutes */
  count: number;
  /** and of the five before them */
  before: number;
  /** said far more than just before */
  isRising: boolean;
}

const slotMs = 30_000;
const keptSlots = 20;
/** Ten of them are the last five minutes. */
const recentSlots = 10;
/** A flood of made-up words must not fill the memory. */
const keptWords = 2000;
const leastCount = 2;
/** At least so many more, and twice as many, make a word rise. */
const leastRise = 4;

export const createHot = (): Hot => ({ names: new Set(), slots: [] });

/** Counts the words of one comment heard at `now` (ms epoch), in place. A clock that is set back begins anew. */
export function hearWords(hot: Hot, words: readonly string[], now: number): void {
  const at = Math.floor(now / slotMs) * slotMs;
  let open = hot.slots.at(-1);
  if (open && at < open.at - slotMs) {
    hot.slots = [];
    open = undefined;
  }
  if (!open || at > open.at) {
    open = { at, counts: new Map() };
    hot.slots.push(open);
    hot.slots = hot.slots.filter((slot) => slot.at > at - keptSlots * slotMs);
  }
  for (const word of words) {
    const count = open.counts.get(word);
    if (count !== undefined || open.counts.size < keptWords) open.counts.set(word, (count ?? 0) + 1);
  }
}

/** The words of the last five minutes, most said first; `now` in ms epoch. Pure. */
export function hotWords({ slots }: Hot, now: number, most = 30): HotWord[] {
  const recent = new Map<string, number>();
  const before = new Map<string, number>();
  const last = Math.floor(now / slotMs) * slotMs;
  for (const { at, counts } of slots) {
    if (at > last || at <= last - keptSlots * slotMs) continue;
    const into = at > last - recentSlots * slotMs ? recent : before;
    for (const [word, count] of counts) into.set(word, (into.get(word) ?? 0) + count);
  }
  // before its first five minutes a room has no words that rise
  const isKnown = before.size > 0;
  return [...recent]
    .filter(([, count]) => count >= leastCount)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([word, count]) => {
      const was = before.get(word) ?? 0;
      return { word, count, before: was, isRising: isKnown && count >= 2 * was && count - was >= leastRise };
    });
}
