import { isHan } from '../text/marks.ts';
import type { Lexicon } from './lexicon.ts';
import type { Pattern } from './pattern.ts';

/** Gives the class among a pattern's words that is likely rarest in texts. Throws when it has no words. */
export function createAnchorOf({ words, members }: Lexicon): (pattern: Pattern) => number {
  const weights = new Map<number, number>();
  const chances = new Float64Array(words.length);
  return ({ groups }) => {
    if (groups.length === 0) throw new Error('A pattern needs a word.');
    return groups.reduce((rarest, group) => (weightOf(group) < weightOf(rarest) ? group : rarest));
  };

  function weightOf(group: number): number {
    let weight = weights.get(group);
    if (weight === undefined) {
      weight = 0;
      for (const word of members[group]!) {
        if (chances[word] === 0) chances[word] = chanceOf(words[word]!);
        weight += chances[word]!;
      }
      weights.set(group, weight);
    }
    return weight;
  }
}

/** Letters by how often they are written, the most frequent first. */
const frequent =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应向头文体美相见被利什二等产或新己制身果加月话合回特代内信表化老给位次度门任常先通原声提立及比员解水名真论处走各入几口认条平系气题活更别打女变四总何电数安少报才结反受目太量再感做接必场件计管期直资指许保至便空决五眼书非则听白却达光放像难且思完设式色路记品住告类求据边该交万取望觉清今让候带买卖送快价钱吃穿';
const ranks = new Map([...frequent].map((letter, rank) => [letter.charCodeAt(0), rank]));

/** Whether a word is of rare letters alone, so that a reader knows it by one of them. */
export function isOfRareLetters(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (ranks.has(word.charCodeAt(at))) return false;
  return true;
}

/** How much likelier letters of a word are beside each other. */
const cohesion = 10;

/** Roughly how often a word is said, from how frequent its letters are: Zipf's law, and words hold together. */
function chanceOf(word: string): number {
  let chance = 1 / cohesion;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    chance *= cohesion * (isHan(code) ? 0.05 / ((ranks.get(code) ?? 1500) + 3) ** 0.7 : 0.005);
  }
  return chance;
}
