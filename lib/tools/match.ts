/** What is said before and after a choice: 扣1, 我选白色, 答案是36, 2号. */
const lead =
  /^(?:扣|打|选|投|要|答|是|给|我|答案|觉得|应该|肯定|必须|主播|[的个一二])*?(?:扣|打|选|投|要|答案是|答案|是)/u;
const trail = /(?:号|吧|啊|呀|了|的|哈|哦)+$/u;
const asks = /[?？吗呢么]|什么|怎么|哪|多少|是不是|能不能|可以不/u;
const digits: Readonly<Record<string, string>> = Object.fromEntries(
  [...'一二三四五六七八九'].map((numeral, i) => [numeral, String(i + 1)]),
);
/** A longer comment that holds the word is talk about it (letters). */
const longest = 12;

/** Letters and digits alone, so that １, 1️⃣ and “1！” are one. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Only digits are answered with digits. */
export const isNumeric = (text: string): boolean => /^\p{N}+$/u.test(lettersOf(text));

/** A comment, read once for all words that may be meant. */
export interface Said {
  letters: string;
  /** without what is said around a choice */
  bare: string;
  isQuestion: boolean;
}

/** Reads what may be a choice. */
export function readSaid(text: string): Said {
  const letters = lettersOf(text);
  const bare = letters.replace(lead, '').replace(trail, '') || letters;
  return { letters, bare: digits[bare] ?? bare, isQuestion: asks.test(text) };
}

/**
 * Does a comment mean this word? As it stands (1), again and again (111), with what is said around it (扣1, 选2号), or,
 * from two letters on, inside a short comment that asks nothing. `word` is of `lettersOf`.
 */
export function means({ letters, bare, isQuestion }: Said, word: string): boolean {
  if (word === '') return false;
  if (isRepeated(letters, word) || isRepeated(bare, word)) return true;
  return (
    word.length > 1 &&
    !isQuestion &&
    letters.length <= longest &&
    letters.includes(word) &&
    !cutsNumber(letters, word)
  );
}

const isRepeated = (letters: string, word: string): boolean =>
  letters !== '' &&
  letters.length % word.length === 0 &&
  letters === word.repeat(letters.length / word.length);

/** 12 stands in 120 and is not meant. */
function cutsNumber(letters: string, word: string): boolean {
  const at = letters.indexOf(word);
  const isDigit = (one: string | undefined) => one !== undefined && /\p{N}/u.test(one);
  return (
    (isDigit(word[0]) && isDigit(letters[at - 1])) ||
    (isDigit(word.at(-1)) && isDigit(letters[at + word.length]))
  );
}
