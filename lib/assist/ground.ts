import words from './data/words.json' with { type: 'json' };
import { clausesOf, plain } from './plain.ts';
import type { Read } from './sources.ts';

/** Courtesy and the words every answer is built with. */
const common = new Set(words.common.split(' '));
const longestCommon = Math.max(...[...common].map((word) => word.length));

/** So many characters in a row may come from nowhere, */
const freeRun = 3;
/** fewer where something is given away, */
const giftRun = 1;
/** so many from the question alone, */
const askedRun = 7;
/** and this share at least must come from the sources: of all, and of each clause beside its courtesy. */
const leastShare = 0.35;
const leastFounded = 0.5;

const bare = (text: string): string =>
  clausesOf(plain(text))
    .join('')
    .replace(/[^\u4e00-\u9fffa-z\d]/g, '');

/** Whether an answer repeats what the asker dictated: a quoted word, or a long run that no source has. */
export function isEcho(answer: string, asked: readonly string[], sources: readonly Read[]): boolean {
  const said = bare(answer);
  const known = sources.map(({ plain: text }) => bare(text));
  const isKnown = (piece: string) => known.some((text) => text.includes(piece));
  return asked.some((question) => {
    for (const [, quoted] of question.matchAll(/[“"'‘「『《【(（:：]([^”"'’」』》】)）]{2,60})/g)) {
      const words = bare(quoted!);
      if (words.length >= 2 && said.includes(words) && !isKnown(words)) return true;
    }
    const words = bare(question);
    for (let at = 0; at + askedRun < words.length; at++) {
      const piece = words.slice(at, at + askedRun + 1);
      if (said.includes(piece) && !isKnown(piece)) return true;
    }
    return false;
  });
}

/** Whether an answer is made of what the sources say, of courtesy, and of little else. */
export function isGrounded(answer: Read, asked: readonly string[], sources: readonly Read[]): boolean {
  const known = pairsIn(sources.flatMap(({ clauses }) => clauses.map((clause) => clause.words)));
  const questions = pairsIn(asked.flatMap((question) => clausesOf(plain(question))));
  let letters = 0;
  let sourced = 0;
  for (const { words: said } of answer.clauses) {
    const fromSource = covered(said, (piece) => known.has(piece), 2);
    const fromCommon = covered(said, (piece) => common.has(piece), longestCommon);
    const fromQuestion = covered(said, (piece) => questions.has(piece), 2);
    const allowed = /[送赠返]/.test(said) ? giftRun : freeRun;
    let run = 0;
    // what is no courtesy, and how much of that has a source
    let content = 0;
    let founded = 0;
    for (let at = 0; at < said.length; at++) {
      const isNumber = said[at] === '#';
      if (!isNumber && !/[\u4e00-\u9fff]/.test(said[at]!)) continue;
      // a number that agrees weighs like a word
      const weight = isNumber ? 2 : 1;
      const hasSource = isNumber || fromSource[at]!;
      letters += weight;
      if (hasSource) sourced += weight;
      if (!fromCommon[at]) content += weight;
      if (!fromCommon[at] && hasSource) founded += weight;
      run = hasSource || fromCommon[at] || fromQuestion[at] ? 0 : run + 1;
      if (run > allowed) return false;
    }
    if (content > 1 && founded / content < leastFounded) return false;
  }
  return letters > 0 && sourced / letters >= leastShare;
}

function pairsIn(clauses: readonly string[]): Set<string> {
  const pairs = new Set<string>();
  for (const clause of clauses)
    for (let at = 0; at + 1 < clause.length; at++) pairs.add(clause.slice(at, at + 2));
  return pairs;
}

function covered(text: string, has: (piece: string) => boolean, longest: number): boolean[] {
  const marks = new Array<boolean>(text.length).fill(false);
  for (let at = 0; at < text.length; at++) {
    for (let length = longest === 2 ? 2 : 1; length <= longest && at + length <= text.length; length++) {
      if (has(text.slice(at, at + length))) marks.fill(true, at, at + length);
    }
  }
  return marks;
}
