import { soundOf } from '../reply/syllables.ts';
import { keepsBounds, keepsExceptions } from './bounds.ts';
import words from './data/words.json' with { type: 'json' };
import { type Polarity, polarityAt } from './polarity.ts';
import { isCondition, sameQuantity } from './quantities.ts';
import type { Read } from './sources.ts';

/** What a shop may be held to, one line of synonyms each: gifts, freight, guarantees, stock, certificates … */
const claims = words.claims.map((line) => new RegExp(line, 'g'));

/** The words of a claim by their sound: 包油 is heard as 包邮. */
const heard = words.claims.map((line) =>
  line
    .replace(/\(\?[^)]*\)/g, '')
    .split('|')
    .filter((word) => /^[\u4e00-\u9fff]{2,}$/.test(word))
    .map(soundsOf),
);

const common = new Set(words.common.split(' '));

function soundsOf(text: string): number[] {
  return Array.from(text, (character) => soundOf(character.charCodeAt(0)));
}

/**
 * Whether everything an answer promises is promised by a source in the same words: affirmed where it affirms,
 * denied where it denies, and with the conditions that stand beside it there (满99元包邮 and 会员包邮 are not 包邮).
 */
export function claimsHold(answer: Read, sources: readonly Read[]): boolean {
  return claims.every(
    (claim, index) =>
      !isSpread(claim, answer, sources) &&
      answer.clauses.every(({ words: said }) => {
        for (const { 0: word, index: at } of said.matchAll(claim)) {
          const polarity = polarityAt(said, at);
          if (!sources.some((source) => isPromised(word, polarity, claim, source, answer))) return false;
        }
        return !soundsLike(said, heard[index]!, claim, sources);
      }),
  );
}

/** A claim with stops between its letters, such as 免、费. */
function isSpread(claim: RegExp, answer: Read, sources: readonly Read[]): boolean {
  const joined = answer.clauses.map(({ words: said }) => said).join('');
  return [...joined.matchAll(claim)].some(
    ([word]) =>
      !answer.clauses.some(({ words: said }) => said.includes(word)) &&
      !sources.some(({ plain }) => plain.includes(word)),
  );
}

function isPromised(word: string, polarity: Polarity, claim: RegExp, source: Read, answer: Read): boolean {
  return source.clauses.some((clause) => {
    const { words: ground, quantities } = clause;
    const agrees = [...ground.matchAll(claim)].some(
      ({ 0: found, index: at }) =>
        found === word &&
        (polarity === 'asked' || polarityAt(ground, at) === polarity) &&
        answer.plain.includes(subjectBefore(ground, at)),
    );
    return (
      agrees &&
      quantities
        .filter(isCondition)
        .every((one) => answer.quantities.some((other) => sameQuantity(one, other))) &&
      keepsBounds(answer, clause) &&
      keepsExceptions(answer, source)
    );
  });
}

/** The word a promise is made of, where it stands just before it: 鞋面 in 鞋面真皮. '' when there is none. */
function subjectBefore(ground: string, at: number): string {
  const before = ground.slice(Math.max(0, at - 2), at);
  if (!/^[\u4e00-\u9fff]{2}$/.test(before) || /[不没无的是有会能可]/.test(before)) return '';
  const isCourtesy = [0, 1].some((end) =>
    [2, 3, 4].some((length) => common.has(ground.slice(Math.max(0, at - end - length), at - end))),
  );
  return isCourtesy ? '' : before;
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
      if (common.has(written) || written.match(claim)) continue;
      if (!sources.some(({ plain }) => plain.includes(written))) return true;
    }
    return false;
  });
}
