import type { Clause, Read } from './sources.ts';

/** Pairs of characters that tell nothing of what a clause is about. */
const idle = new Set(
  '可以 需要 直接 一下 这个 我们 您的 的话 如果 建议 记得 注意 哦亲 联系 客服 订单 下单 链接 商品 宝贝 页面 就能 能找 找到 就可 就好 就行'.split(
    ' ',
  ),
);

/** So much of a sentence must be taken along, where two are drawn into one. */
const wholeEnough = 0.6;
/** A number or a latin word: one that is left out tells that something else is spoken of. */
const isMark = (one: string): boolean => /[a-z\d]/.test(one);

/**
 * Whether a clause of the answer takes a number from one sentence and what it is said of from another, or any two
 * words: 1号是薄款，2号是加绒款 does not bear out 2号是薄款, nor 鞋面真皮，内里合成革 that 内里真皮. Sentences that
 * are taken nearly whole, with all their numbers, may be drawn into one.
 */
export function isMixed(answer: Read, sources: readonly Read[]): boolean {
  const grounds = sources.flatMap(({ clauses }) => clauses).map(contentOf);
  const known = new Set(grounds.flatMap((ground) => [...ground]));
  return answer.clauses.some((said) => {
    const content = contentOf(said);
    if ([...content].some((one) => isMark(one) && !known.has(one))) return true;
    const wanted = [...content].filter((one) => known.has(one));
    if (isTornOff(content, grounds)) return true;
    if (wanted.length === 0 || grounds.some((ground) => wanted.every((one) => ground.has(one)))) return false;
    const whole = grounds.filter((ground) => {
      const left = [...ground].filter((one) => !content.has(one));
      return !left.some(isMark) && 1 - left.length / ground.size >= wholeEnough;
    });
    return !wanted.every((one) => whole.some((ground) => ground.has(one)));
  });
}

/** A number taken without a word of what it is said of: 48小时内发货 is not 48小时内到货. Money says so itself. */
function isTornOff(content: ReadonlySet<string>, grounds: readonly ReadonlySet<string>[]): boolean {
  const numbers = [...content].filter((one) => /\d/.test(one) && !one.includes('元'));
  const homes = grounds.filter((ground) => numbers.every((one) => ground.has(one)));
  return (
    numbers.length > 0 &&
    homes.every((ground) => {
      const words = [...ground].filter((one) => !isMark(one));
      return words.length > 0 && !words.some((one) => content.has(one));
    })
  );
}

/** What a clause is about: its pairs of characters, its latin words, its numbers. */
function contentOf({ words, quantities }: Clause): Set<string> {
  const content = new Set(words.match(/[a-z]+/g) ?? []);
  for (const { value, unit } of quantities) {
    let mark = `${value}${unit}`;
    // 2米乘2米 names it twice
    while (content.has(mark)) mark += '+';
    content.add(mark);
  }
  for (let at = 0; at + 1 < words.length; at++) {
    const pair = words.slice(at, at + 2);
    if (/^[\u4e00-\u9fff]{2}$/.test(pair) && !idle.has(pair)) content.add(pair);
  }
  return content;
}
