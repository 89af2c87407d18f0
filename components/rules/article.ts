const digits = '零一二三四五六七八九';

/** An article of a law as people write it: 第九条, 广告法第二十八条, 《广告法》9, 广告法4. */
const article = /^《?(?<law>\p{Script=Han}*?)》?第?(?<number>\d+|[零〇一二两三四五六七八九十百]+)条?$/u;

/**
 * Finds an article in what a rule rests on, such as 广告法4、28（虚假广告）→55, whatever way its number is written. Null
 * where a text names no article; a number alone is none.
 */
export function articlePattern(text: string): RegExp | null {
  const { law = '', number = '' } = article.exec(text)?.groups ?? {};
  const asked = numberOf(number);
  if (asked === null || (law === '' && !text.startsWith('第'))) return null;
  const written = Array.from(String(asked), (digit) => digits[Number(digit)]).join('');
  const forms = [String(asked), spoken(asked), written].join('|');
  // others of the same law may stand before it
  const before =
    law === ''
      ? '(?<![\\d(（一二三四五六七八九十百])'
      : `${law}》?第?(?:[\\d()（）一二三四五六七八九十百]+、)*`;
  return new RegExp(`${before}(?:${forms})(?![\\d一二三四五六七八九十百])`, 'u');
}

/** 二十八 → 28, 28 → 28; null for what is no number. */
function numberOf(text: string): number | null {
  if (text === '') return null;
  if (/^\d+$/.test(text)) return Number(text);
  let sum = 0;
  let digit = 0;
  for (const character of text.replace('〇', '零').replace('两', '二')) {
    const at = digits.indexOf(character);
    if (at >= 0) digit = at;
    else {
      sum += (digit || 1) * (character === '十' ? 10 : 100);
      digit = 0;
    }
  }
  return sum + digit;
}

/** 28 → 二十八; articles go to some hundreds. */
function spoken(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const begun = hundreds > 0 ? `${digits[hundreds]}百` : '';
  const ten = tens > 0 ? `${tens === 1 && !begun ? '' : digits[tens]}十` : begun && ones > 0 ? '零' : '';
  return begun + ten + (ones > 0 ? digits[ones] : '');
}
