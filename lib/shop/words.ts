import type { ProductFacts } from '../assist/types.ts';

/** `{a/b}` are wordings that take turns; any other `{name}` is filled from the product's facts. */
const brace = /\{([^{}]*)\}/g;

const isChoice = (inside: string): boolean => /[/|]/.test(inside);
const choicesOf = (inside: string): string[] => inside.split(/[/|]/);

/** In how many ways a script can be said. */
export function countWordings(text: string): number {
  let count = 1;
  for (const [, inside = ''] of text.matchAll(brace)) if (isChoice(inside)) count *= choicesOf(inside).length;
  return count;
}

/** The names of what a script wants filled, each once. */
export function slotsOf(text: string): string[] {
  const inside = [...text.matchAll(brace)].map(([, name = '']) => name);
  return [...new Set(inside.filter((name) => !isChoice(name)))];
}

/**
 * A script as it is said now: wordings taken in turn, slots filled.
 *
 * @param turn how often it was said before; the same turn gives the same words
 * @returns `open`: the slots about which nothing is known; they stay as they are
 */
export function wordScript(
  text: string,
  { turn = 0, product = null }: { turn?: number; product?: ProductFacts | null } = {},
): { text: string; open: string[] } {
  const open: string[] = [];
  let rest = turn;
  const worded = text.replace(brace, (whole: string, inside: string, at: number) => {
    if (isChoice(inside)) {
      const choices = choicesOf(inside);
      const chosen = choices[rest % choices.length]!;
      rest = Math.floor(rest / choices.length);
      return chosen;
    }
    const value = knownOf(inside.trim(), product);
    if (value !== null) return withoutUnit(value, text.slice(at + whole.length));
    open.push(inside);
    return whole;
  });
  return { text: worded, open };
}

/** Words for the same fact. 到手价 is none of 价格: a coupon may lie between them. */
const sames = [
  ['价格', '现价', '售价', 'price'],
  ['尺码', '尺寸', '码数', 'size'],
  ['库存', '剩余', 'stock'],
  ['发货', '发货时间', '多久发货', 'shipping'],
  ['快递', '物流'],
  ['证书', '认证', 'certificate'],
];
const linkNames = new Set(['链接', '链接号', '几号链接', 'link']);
const nameNames = new Set(['商品', '商品名', '品名', 'product']);

function knownOf(name: string, product: ProductFacts | null): string | null {
  if (!product) return null;
  if (linkNames.has(name)) return product.link === undefined ? null : `${product.link}号链接`;
  if (nameNames.has(name)) return product.names;
  const labels = [name, ...(sames.find((same) => same.includes(name)) ?? [])];
  for (const label of labels) {
    const fact = product.facts.find((known) => known.label === label);
    if (fact) return fact.value;
  }
  return null;
}

/** 到手{价格}元 and 59元 make 到手59元, {链接}号 and 3号链接 make 3号. */
function withoutUnit(value: string, after: string): string {
  const unit = /\d(号链接|[元件个双套盒瓶])$/.exec(value)?.[1];
  if (!unit) return value;
  const isSaid = after[0] === unit[0] || (unit === '元' && after[0] === '块');
  return isSaid ? value.slice(0, -unit.length) : value;
}
