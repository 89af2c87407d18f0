/** Texts that say the same: `first` stands before `second`. */
export interface Twin {
  first: number;
  second: number;
  /** word for word, but for punctuation */
  isSame: boolean;
}

/** From this share of common pairs of characters on, two texts are nearly the same. */
const nearly = 0.75;

/** A text by its letters alone. */
export const bareText = (text: string): string => text.toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '');

/**
 * Which texts are the same or nearly so, each with the first one it resembles. Pure.
 *
 * Gives null for a text without a twin, so that whoever asks can breathe.
 *
 * Exact and quick on 20,000: two sets that share three quarters must share one of their rarest pairs
 * (prefix filtering; Chaudhuri et al., ICDE 2006).
 */
export function* findTwins(texts: readonly string[]): Generator<Twin | null, void> {
  const bare = texts.map(bareText);
  const sets = bare.map(pairsOf);
  const spread = new Map<string, number>();
  for (const pairs of sets) for (const pair of pairs) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  const holders = new Map<string, number[]>();
  const known = new Map<string, number>();
  for (const [second, pairs] of sets.entries()) {
    if (bare[second] === '') continue;
    const same = known.get(bare[second]!);
    if (same !== undefined) {
      yield { first: same, second, isSame: true };
      continue;
    }
    known.set(bare[second]!, second);
    const rarest = [...pairs].sort((a, b) => spread.get(a)! - spread.get(b)! || (a < b ? -1 : 1));
    const prefix = rarest.slice(0, pairs.size - Math.ceil(nearly * pairs.size) + 1);
    const candidates = new Set(prefix.flatMap((pair) => holders.get(pair) ?? []));
    const first = Math.min(...[...candidates].filter((one) => likeness(sets[one]!, pairs) >= nearly));
    yield Number.isFinite(first) ? { first, second, isSame: false } : null;
    for (const pair of prefix) {
      const holding = holders.get(pair);
      if (holding) holding.push(second);
      else holders.set(pair, [second]);
    }
  }
}

/** Pairs of neighbours; a text of one character is its own. */
function pairsOf(text: string): Set<string> {
  if (text.length < 2) return new Set([text]);
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return shared / (a.size + b.size - shared);
}
