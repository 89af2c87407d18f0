import { numberOf, numeral } from '../reply/numerals.ts';

/** A number with what it counts. Two quantities agree when both fields do. */
export interface Quantity {
  value: number;
  /** 元:now, 元:list, 元:cut … for money; 件 for all counters, 存 for stock; 买 送 满 … where that is meant; '' when bare */
  unit: string;
}

export const sameQuantity = (a: Quantity, b: Quantity): boolean => a.value === b.value && a.unit === b.unit;

/** What a trade turns on: these must not be put together otherwise than in one source. */
export const isCommercial = ({ unit }: Quantity): boolean => /^(?:元|%|折|件|[买送满前限第退赔])/.test(unit);

/** 满99元, 买2, 前100名, 4点: what a promise hangs on. */
export const isCondition = ({ unit }: Quantity): boolean => /^(?:元:over|[买满前限第点])/.test(unit);

/**
 * Reads the numbers of a clause, in digits or Chinese, as `plain` returned it.
 * `rest` is the clause with a # for each of them. 一 in 一起, 一下, 一个 counts nothing.
 */
export function readQuantities(clause: string): { quantities: Quantity[]; rest: string } {
  const quantities: Quantity[] = [];
  const kept: string[] = [];
  const written = clause
    .replace(bankDigits, (character) => bank[character]!)
    .replace(idle, (word) => {
      kept.push(word);
      return '\ue000';
    });
  const rest = written.replace(pattern, (whole, ...match) => {
    const [percent, before, number, tenths, unit = ''] = match as (string | undefined)[];
    const at = match.at(-2) as unknown as number;
    const found = quantityOf(written, at, whole, { percent, before, number: number!, tenths, unit });
    if (!found) return whole;
    quantities.push(found);
    return '#';
  });
  return { quantities, rest: rest.replace(/\ue000/g, () => kept.shift()!) };
}

interface Parts {
  percent: string | undefined;
  before: string | undefined;
  number: string;
  tenths: string | undefined;
  unit: string;
}

function quantityOf(clause: string, at: number, whole: string, parts: Parts): Quantity | null {
  const { percent, before, number, tenths, unit } = parts;
  const isHan = !/\d/.test(number);
  let value = numberOf(number);
  if (percent) return { value, unit: '%' };
  const named = units.get(unit) ?? unit;
  const isMoney =
    before === '¥' ||
    tenths !== undefined ||
    named === '元' ||
    named === '角' ||
    (unit === '' && (thresholds.has(before) || (!before && priced.test(clause.slice(0, at)))));
  if (before && !isMoney && (unit === '' || named === '件' || named === '名'))
    return { value, unit: trades[before] ?? before };
  if (named === '件' && inStock.test(clause.slice(0, at))) return { value, unit: '存' };
  if (isMoney) {
    if (tenths !== undefined) value += numberOf(tenths) / 10;
    if (named === '角') value /= 10;
    return {
      value: Math.round(value * 100) / 100,
      unit: `元:${moneyKind(clause, at, at + whole.length, before)}`,
    };
  }
  if (isHan && unit === '' && number.length < 2) return null;
  // 一个, 一款, 一点: an article
  if (value === 1 && (articles.has(unit) || (isHan && vague.has(unit)))) return null;
  return { value, unit: named };
}

/** What an amount is: the price now, the crossed-out one, a discount, a threshold, freight, a deposit. */
function moneyKind(clause: string, start: number, end: number, before: string | undefined): string {
  if (/^(?:的)?(?:无门槛|优惠)?(?:券|红包|补贴)/.test(clause.slice(end))) return 'cut';
  if (/^(?:以上|及以上|起包|可用)/.test(clause.slice(end))) return 'over';
  const words = [...(clause.slice(Math.max(0, start - 8), start) + (before ?? '')).matchAll(moneyWords)];
  const word = words.at(-1)?.[0];
  return word === undefined
    ? 'now'
    : (Object.keys(moneyKinds).find((kind) => moneyKinds[kind]!.includes(word)) ?? 'now');
}

const moneyKinds: Readonly<Record<string, readonly string[]>> = {
  now: ['到手', '券后', '折后', '现价', '直播价', '只要', '仅', '卖', '售价', '活动价', '价格'],
  list: ['原价', '划线价', '吊牌', '日常价', '平时', '专柜', '市场价', '门店', '原来', '以前', '本来'],
  cut: ['减', '省', '便宜', '优惠', '抵', '券', '返', '补贴', '直降', '降'],
  over: ['满', '超过', '超'],
  freight: ['运费', '邮费', '快递费', '配送费'],
  deposit: ['定金', '押金', '尾款', '保证金'],
  pay: ['赔'],
};
const moneyWords = new RegExp(
  Object.values(moneyKinds)
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

/** A number without unit after these is a price. */
const priced = /(?:价格?|到手|只要|只需|仅需?|才|卖|拍|收|付|折后|券后|现在|就)(?:是|为|了|到)?$/;

/** How many are left is no part of an offer. */
const inStock = /(?:库存|还有|剩余?|现有|存货)(?:大?约|大概)?$/;

/** 满99, 减20: money, though nothing says so. */
const thresholds: ReadonlySet<string | undefined> = new Set(['满', '每满', '减', '立减', '省', '返']);
const trades: Readonly<Record<string, string>> = { 赠: '送', 每满: '满' };
const articles = new Set([...'个款位种样步次份点些类段张件只双条套句声串分']);
const vague = new Set([...'码号']);

const counters = [...'件个只支双套条瓶盒包袋箱罐片颗粒枚张份组款对台部根卷桶把本提单串枝样'];
const units = new Map<string, string>([
  ...counters.map((unit) => [unit, '件'] as const),
  ...['元', '块', '块钱', '圆', '元钱', '人民币', 'rmb'].map((unit) => [unit, '元'] as const),
  ...['毛', '角', '毛钱'].map((unit) => [unit, '角'] as const),
  ...['%', '个点', '个百分点'].map((unit) => [unit, '%'] as const),
  ...['天', '日'].map((unit) => [unit, '天'] as const),
  ...['小时', 'h', '钟头'].map((unit) => [unit, '小时'] as const),
  ...['月', '个月'].map((unit) => [unit, '月'] as const),
  ...['周', '星期', '礼拜'].map((unit) => [unit, '周'] as const),
  ...['公斤', '千克', 'kg'].map((unit) => [unit, '公斤'] as const),
  ...['克', 'g'].map((unit) => [unit, '克'] as const),
  ...['升', 'l'].map((unit) => [unit, '升'] as const),
  ...['毫升', 'ml'].map((unit) => [unit, '毫升'] as const),
  ...['厘米', '公分', 'cm'].map((unit) => [unit, '厘米'] as const),
  ...['毫米', 'mm'].map((unit) => [unit, '毫米'] as const),
  ...['米', 'm'].map((unit) => [unit, '米'] as const),
  ...['人', '名', '位'].map((unit) => [unit, '名'] as const),
]);
const plainUnits = [
  '折',
  '成(?![分本为功了人衣交品熟])',
  '倍',
  '年',
  '分钟',
  '秒',
  '点',
  '码',
  '号',
  '斤',
  '寸',
  '度',
  '岁',
  '次',
  '层',
  '楼',
  '级',
  '代',
  '期',
  '星',
  '版',
  '分',
  '种',
  '步',
  '类',
  '些',
  '段',
  '句',
  '声',
  '页',
  '瓦',
  '匹',
  '美元',
  '美金',
];
const unitPattern = [...units.keys(), ...plainUnits]
  .sort((a, b) => b.length - a.length)
  .map((unit) => (/^[a-z]+$/.test(unit) ? `${unit}(?![a-z])` : unit))
  .join('|');

const pattern = new RegExp(
  `(百分之)?(立减|每满|[买送赠满减省返前限第退赔¥])?(${numeral})(?:(?<=\\d|[零〇一二三四五六七八九十百千万])(?:[块元]([\\d一二三四五六七八九])(?![\\d.一二三四五六七八九十件个])(?:毛|角)?)|(${unitPattern}))?`,
  'g',
);

/** Words that only look like numbers. */
const idle =
  /十分(?!钟|之)|千万(?=别|不|要|记|注)|万一|万千|一一(?=[回解给])|三思|两全|七七八八|乱七八糟|四季|四面|五颜六色|统一|唯一|第一时间|一定|一半(?=是)/g;

const bank: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  俩: '两',
  仨: '三',
  廿: '二十',
};
const bankDigits = new RegExp(`[${Object.keys(bank).join('')}]`, 'g');
