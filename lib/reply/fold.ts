import rewrites from './data/rewrites.json' with { type: 'json' };
import traditional from './data/traditional.json' with { type: 'json' };

/** A comment in one spelling, with what left no letters behind. */
export interface Folded {
  /** simplified, half width, lower case; one blank for each run of punctuation, `?` kept */
  text: string;
  /** carries a question mark or a folded A-not-A form */
  asks: boolean;
  /** the clauses that had such a form */
  asking: readonly string[];
  /** smiling minus frowning emoji and `[表情]` codes */
  mood: number;
}

/**
 * Folds width, case, script, dialect words, emoji and repeated letters into one spelling.
 *
 * `能不能退` becomes `能退` with `asks`; `不能退` keeps its 不, so opposites stay apart.
 */
export function fold(comment: string): Folded {
  const { text: plain, mood } = strip(comment);
  const spelled = plain
    .replace(spellingPattern, (variant) => spellings.get(variant)!)
    .replace(
      /(?<=[\u4e00-\u9fff](?![我你他她婆老宝亲大姨孕干奶后])[\u4e00-\u9fff])(?:[马骂玛蚂妈]|ma)(?=[ ?]|$)/g,
      '吗',
    )
    .replace(/如何(?=[ ?]|$)/g, '怎么样');
  const clauses = spelled.split(' ').map(markAsking);
  const asking = clauses
    .filter((clause) => clause.includes(MARK))
    .map((clause) => clause.replaceAll(MARK, ''));
  const text = clauses.join(' ').replaceAll(MARK, '');
  return { text, asks: asking.length > 0 || text.includes('?'), asking, mood };
}

/** Stands for the half of an A-not-A form that was folded away. */
const MARK = '？';

const markAsking = (clause: string): string =>
  clause
    .replace(/有无(?=[\u4e00-\u9fff])/g, `有${MARK}`)
    .replace(/([\u4e00-\u9fff])(?:不|没|没有|v|8)\1/g, `$1${MARK}`)
    .replace(/([\u4e00-\u9fff])([\u4e00-\u9fff])不\1\2/g, `$1$2${MARK}`)
    .replace(/(\S)(?:不|没|没有|否)(?=[呀啊哦呢哈嘛]?(?:\?|$))/g, (whole, before) =>
      negatedTail.test(whole) ? whole : before + MARK,
    );

/** Words that end in 不/没 without asking. */
const negatedTail = /^[并也都又还就才从]/;

const spellings = new Map(
  Object.entries(rewrites.spellings).flatMap(([word, variants]) =>
    variants
      .toLowerCase()
      .split(' ')
      .map((variant) => [variant, word] as const),
  ),
);
/** 大米有 is no 没有. */
const guards: Readonly<Record<string, string>> = rewrites.guards;
const spellingPattern = new RegExp(
  [...spellings.keys()]
    .sort((a, b) => b.length - a.length)
    .map((variant) => (guards[variant] ? `(?<![${guards[variant]}])${variant}` : variant))
    .join('|'),
  'g',
);

const faces = new Map<string, number>([
  ...rewrites.moods.positive.split(' ').map((name) => [name, 1] as const),
  ...rewrites.moods.negative.split(' ').map((name) => [name, -1] as const),
  ...[...rewrites.emoji.positive].map((glyph) => [glyph, 1] as const),
  ...[...rewrites.emoji.negative].map((glyph) => [glyph, -1] as const),
]);

const BLANK = 32;
const QUESTION = 63;

/**
 * One code unit in, one out; 0 drops the unit, a blank ends a clause.
 *
 * Simplified forms as OpenCC gives them (Apache-2.0, 2026-11).
 */
const unitTable = (() => {
  const table = new Uint16Array(0x10000).fill(BLANK);
  const keep = (from: number, to: number) => {
    for (let unit = from; unit <= to; unit++) table[unit] = unit;
  };
  keep(0x30, 0x39);
  keep(0x61, 0x7a);
  keep(0x4e00, 0x9fff);
  for (let unit = 0x41; unit <= 0x5a; unit++) table[unit] = unit + 32;
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = table[unit - 0xfee0]!;
  table[0x3f] = table[0xff1f] = QUESTION;
  table[0x2e] = table[0xff0e] = 0x2e;
  // ➕ and + hide 加 in 加微信
  table[0x2795] = table[0x2b] = table[0xff0b] = '加'.charCodeAt(0);
  for (let digit = 0; digit < 9; digit++) table[0x2460 + digit] = 0x31 + digit;
  // zero-width and variation selectors split words only on purpose
  for (const unit of [0x200b, 0x200c, 0x200d, 0xfe0f, 0xfe0e, 0xfeff, 0x2060, 0xad, 0x20e3]) table[unit] = 0;
  for (let index = 0; index < traditional.traditional.length; index++) {
    table[traditional.traditional.charCodeAt(index)] = traditional.simplified.charCodeAt(index);
  }
  return table;
})();

function strip(comment: string): { text: string; mood: number } {
  let text = '';
  let mood = 0;
  let last = BLANK;
  for (let index = 0; index < comment.length; index++) {
    const unit = comment.charCodeAt(index);
    if (unit === 0x5b || unit === 0x3010) {
      const end = comment.indexOf(unit === 0x5b ? ']' : '】', index);
      const name = end > index && end - index <= 7 ? comment.slice(index + 1, end) : null;
      if (name !== null && (faces.has(name) || unit === 0x5b)) {
        mood += faces.get(name) ?? 0;
        index = end;
        continue;
      }
    }
    if (unit >= 0xd800 && unit <= 0xdbff) {
      mood += faces.get(comment.slice(index, index + 2)) ?? 0;
      index++;
      continue;
    }
    if (unit === 0x40) {
      // a mention is a name, not a word
      const blank = comment.indexOf(' ', index);
      if (blank > 0 && blank - index <= 20) index = blank - 1;
      continue;
    }
    let mapped = unitTable[unit]!;
    if (mapped === BLANK && unit >= 0x2600) mood += faces.get(comment[index]!) ?? 0;
    if (mapped === 0x2e && !(isDigit(last) && isDigit(comment.charCodeAt(index + 1)))) mapped = BLANK;
    if (mapped === 0 || (mapped === BLANK && last === BLANK)) continue;
    if (mapped === BLANK && last === QUESTION) continue;
    if (mapped === last && mapped >= 0x4e00 && comment.charCodeAt(index + 1) === unit) continue;
    text += String.fromCharCode(mapped);
    last = mapped;
  }
  return { text: text.trim(), mood };
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
