import { gramsOf } from './grams.ts';
import type { Wanted } from './inverted.ts';
import { type Bag, kinOf } from './match.ts';
import type { Shelf } from './shelve.ts';
import { aspectToken, leaningToken, tokensOf } from './vocabulary.ts';

/** What a character or pair is worth that only the reply or the product's name has. */
const told = 0.55;
/** What a shared aspect, meaning, a related one and a shared character are worth on the way to the shortlist. */
const worth = { aspect: 2, meaning: 3, kin: 1.2, letter: 1, leaning: 4 } as const;

/** Says what of a comment is worth looking up on a shelf, each by its rarity there. */
export function createWanting({ grams, vocabulary, rarity }: Shelf, scripts: number) {
  return { rarityOfGram, wantedEcho, wantedOf };

  function rarityOfGram(gram: number): number {
    const number = grams.numberOf(gram);
    const spread = number === undefined ? 0 : grams.spread(number);
    return Math.log(1 + (scripts - spread + 0.5) / (spread + 0.5));
  }

  /** The characters and pairs of a text by their rarity, and what all of them are worth. */
  function wantedEcho(text: string): { grams: Wanted[]; total: number } {
    const found: Wanted[] = [];
    let total = 0;
    for (const gram of new Set(gramsOf(text))) {
      const value = rarityOfGram(gram);
      total += value;
      const number = grams.numberOf(gram);
      if (number === undefined) continue;
      found.push({ token: 2 * number, value }, { token: 2 * number + 1, value: value * told });
    }
    return { grams: found, total };
  }

  function wantedOf(
    { words, aspects }: Omit<Bag, 'letters'>,
    leaning: readonly { meaning: number; share: number }[],
  ): Wanted[] {
    const wanted = new Map<number, number>();
    const want = (name: string, value: number) => {
      const token = vocabulary.get(name);
      if (token === undefined) return;
      wanted.set(token, Math.max(wanted.get(token) ?? 0, value * rarity(vocabulary.spread(name))));
    };
    for (const aspect of aspects) want(aspectToken(aspect), worth.aspect);
    for (const token of tokensOf({ words, aspects: [] }))
      want(token, token[0] === 'c' ? worth.meaning : worth.letter);
    for (const { meaning, share } of leaning) want(leaningToken(meaning), worth.leaning * share);
    for (const { concept } of words) for (const kin of kinOf(concept)) want(`c${kin}`, worth.kin);
    return Array.from(wanted, ([token, value]) => ({ token, value }));
  }
}
