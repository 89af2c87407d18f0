import type { Sense } from './sense.ts';

/**
 * What a question is written with, whatever its words are taken for: its characters in any order, without
 * address, particles and 能 · 会 · 有, which people leave out or put in. Denials and numbers stay. Empty where too
 * little is left to tell one question from another.
 */
export function surfaceOf({ text }: Pick<Sense, 'text'>): string {
  const letters = text.replace(empty, '');
  if (letters.length < 2) return '';
  // 4米5 is not 5米4
  return counting.test(letters) ? letters : Array.from(letters).sort().join('');
}

const counting = /[a-z\d零一二两三四五六七八九十百半]/;

const empty = new RegExp(
  [
    '请问|问一?下|想问|想知道|麻烦|谢谢|主播|老板|老铁|家人们?|宝[子贝宝]们?|姐妹们?|亲们?(?!子)',
    '[这那](?:[个款件种]|东西)|你们?家?|我们?(?!家)',
    '可以|能够|能(?![量效])|会(?![员计])|可(?![乐爱])|有(?![机效毒色])|是否|是|到底|一下|起来|更(?=[换改])|容易',
    '[的吗呢吧啊呀哦嘛哈请 ?]|(?<![什怎多那这要])么',
  ].join('|'),
  'g',
);
