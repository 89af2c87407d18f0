import { isDenied, type Polarity, polarityAt } from './polarity.ts';
import { sameQuantity } from './quantities.ts';
import type { Clause, Read } from './sources.ts';

/** Whether the answer denies what the sources only affirm, or the other way round: word by word and clause by clause. */
export function isReversed(answer: Read, sources: readonly Read[]): boolean {
  const grounds = sources.flatMap(({ clauses }) => clauses);
  const known = new Map<string, Set<Polarity>>();
  for (const { words } of grounds)
    for (const [pair, at] of pairsOf(words)) {
      const polarities = known.get(pair) ?? new Set();
      polarities.add(polarityAt(words, at));
      known.set(pair, polarities);
    }
  return answer.clauses.some((said) => {
    const isTurned = pairsOf(said.words).some(([pair, at]) => {
      const polarities = known.get(pair);
      const polarity = polarityAt(said.words, at);
      return polarities !== undefined && polarity !== 'asked' && !polarities.has(polarity);
    });
    return isTurned || contradicts(said, grounds);
  });
}

/** Whether the clauses that say most of the same are denied where this one is not, or the other way round. */
function contradicts(said: Clause, grounds: readonly Clause[]): boolean {
  const pairs = new Set(pairsOf(said.words).map(([pair]) => pair));
  const shared = grounds.map(
    (ground) =>
      pairsOf(ground.words).filter(([pair]) => pairs.has(pair)).length +
      2 * ground.quantities.filter((one) => said.quantities.some((other) => sameQuantity(one, other))).length,
  );
  const most = Math.max(0, ...shared);
  if (most === 0) return false;
  return !grounds.some(
    (ground, index) => shared[index] === most && isDenied(ground.words) === isDenied(said.words),
  );
}

/** Pairs of characters too common to carry a meaning of their own. */
const idle = new Set([
  '可以',
  '需要',
  '知道',
  '直接',
  '一下',
  '这个',
  '我们',
  '您的',
  '的话',
  '情况',
  '时候',
]);

function pairsOf(clause: string): [pair: string, at: number][] {
  const pairs: [string, number][] = [];
  for (let at = 0; at + 1 < clause.length; at++) {
    const pair = clause.slice(at, at + 2);
    if (/^[\u4e00-\u9fff]{2}$/.test(pair) && !/[不没无非未别勿]/.test(pair) && !idle.has(pair))
      pairs.push([pair, at]);
  }
  return pairs;
}
