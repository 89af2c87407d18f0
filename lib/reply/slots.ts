import { digitsOf, writeDigits } from './numerals.ts';

/** What a comment fills in, and the comment without it. */
export interface Slots {
  values: Record<string, string>;
  /** the text with each slot as one blank */
  rest: string;
}

/**
 * Finds numbers that name something: link, height, weight, size, age, quantity, price, time.
 *
 * Numbers come out in digits (`一米六五` → height 165), weights in 斤 unless written in kg.
 *
 * @param text as `fold` returns it
 */
export function findSlots(text: string): Slots {
  const values: Record<string, string> = {};
  if (!mayHoldSlot.test(text)) return { values, rest: text };
  let rest = writeDigits(text);
  for (const { name, pattern, read } of readers) {
    rest = rest.replace(pattern, (whole, ...groups) => {
      const found = read(groups as string[], rest);
      if (found === null) return whole;
      for (const [slot, value] of Object.entries(typeof found === 'string' ? { [name]: found } : found)) {
        values[slot] = slot in values && values[slot] !== value ? `${values[slot]},${value}` : value;
      }
      return ' ';
    });
  }
  return { values, rest };
}

type Found = string | Record<string, string> | null;
interface SlotReader {
  name: string;
  pattern: RegExp;
  /** null leaves the text as it is */
  read(groups: string[], text: string): Found;
}

const N = '(\\d{1,4}(?:\\.\\d+)?|[零一二两三四五六七八九十百]+)';
const mayHoldSlot =
  /\d|[零一二两三四五六七八九十百][零一二两三四五六七八九十百号米斤码岁个件天元块公]|[smlx]码?|均码/;

const wearing = /穿|码|身高|体重|高|合适|合身|多大|什么号|拿|显|裤|裙|衣|鞋|外套|尺/;

const readers: readonly SlotReader[] = [
  {
    name: 'time',
    pattern: new RegExp(
      `${N}月${N}[号日]?|${N}[号日](?=发|前|之前|到|晚|能到|送|收)|${N}(?:点半?)(?!多|儿|点)`,
      'g',
    ),
    read: ([month, day, date, hour]) =>
      hour
        ? digitsOf(hour) !== null && !/^[一两]$/.test(hour)
          ? `${digitsOf(hour)}点`
          : null
        : month
          ? `${digitsOf(month)}月${digitsOf(day!)}号`
          : `${digitsOf(date!)}号`,
  },
  {
    name: 'colour',
    pattern: new RegExp(`${N}号色|色号${N}`, 'g'),
    read: ([before, after]) => `${digitsOf(before ?? after!)}号色`,
  },
  {
    name: 'link',
    pattern: new RegExp(
      `(?<!穿|拿|码|买|选)(?:第?${N}号(?:链接|连接|链|车|品|宝贝|商品)?(?![楼线电池仓机店码鞋])|(?:链接|连接|小黄车|购物车)第?${N}号?(?![个斤元块件天])|第?${N}(?:个|款)?(?:链接|连接|小黄车)|第${N}(?:个|款|件))`,
      'g',
    ),
    read: (groups) => {
      const value = digitsOf(groups.slice(0, 4).find((group) => group !== undefined)!);
      return value !== null && Number(value) >= 1 && Number(value) <= 300 ? value : null;
    },
  },
  {
    name: 'body',
    pattern:
      /(?:身高)?(1[3-9]\d)(?:cm|厘米|公分)?(?:的?身高|高)?[ 的]*(?:体重)?[ ]?(\d{2,3}(?:\.\d)?)(斤|kg|公斤|千克|k)?(?!\d|元|块|件|个|号|ml|g)/g,
    read: ([height, weight, unit]) =>
      Number(weight) >= 35 && Number(weight) <= 260
        ? { height: height!, weight: inJin(weight!, unit) }
        : null,
  },
  {
    name: 'body',
    pattern:
      /(?<!\d)(\d{2,3})(斤|kg|公斤)?[ ]?(?:身高)?(1[3-9]\d)(?:cm|厘米|公分)?(?!\d|元|块|件|个|号|ml|g|斤)/g,
    read: ([weight, unit, height]) =>
      Number(weight) >= 35 && Number(weight) <= 260
        ? { height: height!, weight: inJin(weight!, unit) }
        : null,
  },
  {
    name: 'weight',
    pattern: new RegExp(`(?:体重)${N}(斤|kg|公斤|千克|k)?|${N}(斤|kg|公斤|千克)`, 'g'),
    read: ([told, toldUnit, bare, unit], text) => {
      const value = digitsOf(told ?? bare!);
      if (value === null) return null;
      if (told === undefined) {
        const jin = unit === '斤' ? Number(value) : Number(value) * 2;
        if (jin < 70 || jin > 320) return null;
        if (jin < 85 && !wearing.test(text) && !text.includes(' ')) return null;
      }
      return inJin(value, told === undefined ? unit : toldUnit);
    },
  },
  {
    name: 'height',
    pattern: /(?:身高)(1[2-9]\d)|(?<!\d)(1[3-9]\d)(?:cm|公分|厘米)?(?:身高|高)?(?![\d元块件个号斤米]|ml|g)/g,
    read: ([told, bare], text) =>
      (told ?? (wearing.test(text) || text.trim() === bare ? bare : null)) || null,
  },
  {
    name: 'size',
    pattern:
      /(?<![a-z\d])(x{0,4}s|x{0,5}l|m|[2-6]xl)(?:码|号)?(?![a-z\d])|(?<!\d)(\d{2}(?:\.5)?)(?:码|号鞋)|(?:穿|拿|买|选|脚)(\d{2})(?:号|码|的|脚|(?=[ ?]|$))|(?<!\d)(3[3-9]|4[0-8])(?=的脚)|(均码)|([一二三四五六\d])个加|(?<!\d)([6-9][05][a-f])(?![a-z])/g,
    read: ([letters, number, worn, foot, free, plus, bra]) =>
      letters?.toUpperCase() ??
      number ??
      worn ??
      foot ??
      free ??
      (plus ? `${digitsOf(plus)}个加` : bra!.toUpperCase()),
  },
  {
    name: 'age',
    pattern: new RegExp(`${N}(?:周?岁半?|个多?月(?:大|(?=的?(?:宝|婴儿|娃|孩子|小孩|猫|狗))))`, 'g'),
    read: ([value], text) => {
      const number = digitsOf(value!);
      return number === null || /^一$/.test(value!)
        ? null
        : `${number}${text.includes('岁') ? '岁' : '个月'}`;
    },
  },
  {
    name: 'price',
    pattern: new RegExp(`${N}(?:元|块钱|块(?![装毛布]))`, 'g'),
    read: ([value]) => digitsOf(value!),
  },
  {
    name: 'time',
    pattern: new RegExp(`${N}(?:天|小时)(?!无理由)`, 'g'),
    read: ([value], text) =>
      /^[一七]$/.test(value!) ? null : `${digitsOf(value!)}${text.includes('小时') ? '小时' : '天'}`,
  },
  {
    name: 'quantity',
    pattern: new RegExp(
      `${N}(件|个|瓶|盒|包|袋|双|套|条|支|斤|公斤|kg|罐|箱|片|ml|毫升|g|克|升|l|寸|只|颗|粒|枚|单|份|张|抽|卷|w|瓦|匹|层|人份|人|米|桶|对|把|台|串|斤装|款|片装|a|mah|毫安)(?![a-z])`,
      'g',
    ),
    // 一件, 一个 are mere articles
    read: ([value, unit]) =>
      value === '一' || digitsOf(value!) === null ? null : `${digitsOf(value!)}${unit}`,
  },
];

const inJin = (value: string, unit: string | undefined): string =>
  unit === 'kg' ||
  unit === '公斤' ||
  unit === '千克' ||
  unit === 'k' ||
  (unit === undefined && Number(value) < 70)
    ? String(Math.round(Number(value) * 2))
    : String(Number(value));
