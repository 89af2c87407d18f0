import same from './data/same.json' with { type: 'json' };
import type { Sense } from './sense.ts';
import { buildTrie } from './trie.ts';

/**
 * What a question is written with, whatever its words are taken for: its characters in any order, without address,
 * particles and 能 · 会 · 有, which people leave out or put in. Denials and numbers stay.
 *
 * Once as it is written, once with a sign for each everyday phrase that has others for the same; none where too little
 * is left to tell one question from another.
 */
export function surfacesOf({ text }: Pick<Sense, 'text'>): string[] {
  return [...new Set([surfaceOf(text), surfaceOf(inOneWord(text))])].filter((surface) => surface !== '');
}

function surfaceOf(text: string): string {
  const letters = text.replace(empty, '');
  if (letters.length < 2 && !telling.test(letters)) return '';
  // 4米5 is not 5米4
  return counting.test(letters) ? letters : Array.from(letters).sort().join('');
}

/** 卖多少, 什么价: each everyday phrase as one character that stands for all that ask the same. */
function inOneWord(text: string): string {
  let told = '';
  for (let place = 0; place < text.length; ) {
    let group = -1;
    let end = place + 1;
    for (let node = 1, next = place; next < text.length; ) {
      node = phrases.step(node, text.charCodeAt(next++));
      if (node === 0) break;
      const value = phrases.value(node);
      if (value >= 0) [group, end] = [value, next];
    }
    told += group < 0 ? text[place] : String.fromCharCode(firstSign + group);
    place = end;
  }
  return told;
}

/** Of Unicode's private use area, which no folded text has. */
const firstSign = 0xe000;
const telling = /[\ue000-\uf8ff]/;
const phrases = buildTrie(
  same.flatMap((group, number) =>
    group.split(' ').map((phrase) => [Array.from(phrase, codeOf), number] as const),
  ),
);

const counting = /[a-z\d零一二两三四五六七八九十百半]/;

const empty = new RegExp(
  [
    '请问|问一?下|想问|想知道|麻烦|谢谢|主播|老板|老铁|家人们?|宝[子贝宝]们?|姐妹们?|亲们?(?!子)',
    '[这那](?:[个款件种]|东西)|你们?家?|我们?(?!家)',
    '一般|平时|大概|大约|差不多|真的|确实|产品|商品|需要|都(?!市)|要(?!是)',
    '可以|能够|能(?![量效])|会(?![员计])|可(?![乐爱])|有(?![机效毒色])|是否|是|到底|一下|起来|更(?=[换改])|容易',
    '[的吗呢吧啊呀哦嘛哈请 ?]|(?<![什怎多那这要])么',
  ].join('|'),
  'g',
);

function codeOf(letter: string): number {
  return letter.charCodeAt(0);
}
