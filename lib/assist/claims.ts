import { soundOf } from '../reply/syllables.ts';
import words from './data/words.json' with { type: 'json' };
import { polarityAt } from './polarity.ts';
import { isCondition, sameQuantity } from './quantities.ts';
import type { Read } from './sources.ts';

/** What a shop may be held to, one line of synonyms each: gifts, freight, guarantees, stock, certificates … */
const claims = words.claims.map((line) => new RegExp(line, 'g'));

/** The words of a claim by their sound: 包油 is heard as 包邮. */
const heard = words.claims.map((line) =>
  line
    .split('|')
    .filter((word) => /^[\u4e00-\u9fff]{2,}$/.test(word))
    .map(soundsOf),
);

function soundsOf(text: string): number[] {
  return Array.from(text, (character) => soundOf(character.charCodeAt(0)));
}

/**
 * Whether everything an answer promises is promised by a source in the same words: affirmed where it affirms,
 * denied where it denies, and with the conditions that stand beside it there (满99元包邮 is not 包邮).
 */
export function claimsHold(answer: Read, sources: readonly Read[]): boolean {
  const grounds = sources.flatMap(({ clauses }) => clauses);
  return claims.every((claim, index) =>
    answer.clauses.every(({ words: said }) => {
      for (const { 0: word, index: at } of said.matchAll(claim)) {
        const polarity = polarityAt(said, at);
        const isHeld = grounds.some(({ words: ground, quantities }) => {
          const found = [...ground.matchAll(claim)].filter((match) => match[0] === word);
          const agrees = found.some(
            (match) => polarity === 'asked' || polarityAt(ground, match.index) === polarity,
          );
          return (
            agrees &&
            quantities
              .filter(isCondition)
              .every((one) => answer.quantities.some((other) => sameQuantity(one, other)))
          );
        });
        if (!isHeld) return false;
      }
      return !soundsLike(said, heard[index]!, claim, sources);
    }),
  );
}

/** A claim that is heard though it is not written, and stands so in no source. */
function soundsLike(
  said: string,
  spoken: readonly number[][],
  claim: RegExp,
  sources: readonly Read[],
): boolean {
  const sounds = soundsOf(said);
  return spoken.some((wanted) => {
    for (let at = 0; at + wanted.length <= sounds.length; at++) {
      if (!wanted.every((sound, i) => sound !== 0 && sounds[at + i] === sound)) continue;
      const written = said.slice(at, at + wanted.length);
      if (!written.match(claim) && !sources.some(({ plain }) => plain.includes(written))) return true;
    }
    return false;
  });
}
