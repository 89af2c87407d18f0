import traditional from '../reply/data/traditional.json' with { type: 'json' };

const simplified = new Map(
  [...traditional.traditional].map((character, index) => [character, [...traditional.simplified][index]!]),
);

/** Invisible characters, accents and keycaps: nothing that an honest answer needs. */
const unseen = /[\p{Cf}\p{Mn}\p{Me}\p{Cc}]/gu;

/**
 * A text in the one spelling in which answers and sources are compared: NFKC, simplified, lower case,
 * without invisible characters, blanks kept only between latin words. Pure; lengths may change.
 */
export function plain(text: string): string {
  const folded = text
    .replace(/[\s\u3000]+/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(unseen, '')
    .replace(/\p{Script=Han}/gu, (character) => simplified.get(character) ?? character);
  return folded
    .replace(/(?<=\d) +(?=\d)/g, '')
    .replace(/(?<![a-z\d]) +| +(?![a-z\d])/g, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
}

/** The clauses of a plain text, without their punctuation; a point between digits is part of a number. */
export const clausesOf = (text: string): string[] =>
  text.split(/[,;:!?…~、。·"“”'‘’()（）[\]【】]|(?<!\d)\.|\.(?!\d)/).filter((clause) => clause !== '');
