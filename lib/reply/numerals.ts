/** What may stand in a written number, digits or Chinese. */
export const numeral =
  '(?:\\d+(?:\\.\\d+)?[百千万亿]?|[零〇一二三四五六七八九十百千万亿两半]+(?:点[零〇一二三四五六七八九]+)?)';

/** The value of what `numeral` matched: 一百二 is 120, 九九 is 99, 1.2万 is 12000, 半 is 0.5. */
export function numberOf(written: string): number {
  const mixed = /^(\d+(?:\.\d+)?)([百千万亿])?$/.exec(written);
  if (mixed) return Number(mixed[1]) * (mixed[2] ? places[mixed[2]]! : 1);
  if (written === '半') return 0.5;
  const [whole = '', fraction] = written.split('点');
  const value = /[十百千万亿]/.test(whole) ? byPlaces(whole) : Number([...whole].map(digitOf).join(''));
  return fraction === undefined ? value : Number(`${value}.${[...fraction].map(digitOf).join('')}`);
}

/** Digits for digits or a Chinese numeral below 1,000: 一百二 is 120, 两 is 2. Null for what is none. */
export const digitsOf = (written: string): string | null =>
  /^[\d.]+$/.test(written) || (written !== '' && belowThousand.test(written))
    ? String(numberOf(written))
    : null;

/** Writes heights in centimetres and spoken hundreds in digits: 一米六五 一百二 → 165 120. */
export function writeDigits(text: string): string {
  return text
    .replace(heights, (whole, cm: string, tens: string, ones: string, tenth: string) =>
      tenth
        ? `1${tenth}0`
        : tens
          ? `1${numberOf(tens)}${ones ? numberOf(ones) : 0}`
          : Number(cm) >= 30
            ? `1${cm}`
            : whole,
    )
    .replace(spoken, (written) => digitsOf(written) ?? written);
}

const one = '[一二三四五六七八九]';
const heights = new RegExp(
  `(?:1[米m.](\\d{2})(?![\\d元块斤])[米m]?|一米(${one})(${one}|零)?|1[米m.]([3-9])(?![\\d元块斤])米?)(?!的?(?:床|桌|沙发|宽|长|柜|窗|被))`,
  'g',
);
const spoken = new RegExp(
  `(?<![几好多成上])(?:[一二两三四五六七八九]百(?:零${one}|${one}十${one}?|${one})?|(?<=^|[ \\d])百${one}|${one}?十${one}|[二三四五六七八九]十)(?![分])`,
  'g',
);
const belowThousand =
  /^(?:[一二两三四五六七八九]?百)?零?(?:[一二两三四五六七八九]?十)?[一二两三四五六七八九]?$/;

function byPlaces(written: string): number {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let last = 10;
  for (const character of written) {
    const place = places[character];
    if (place === undefined) {
      digit = digitOf(character);
      if (digit === 0) last = 10;
      continue;
    }
    if (place >= 10_000) {
      total += (section + (digit ?? 0) || 1) * place;
      section = 0;
    } else section += (digit ?? 1) * place;
    digit = null;
    last = place;
  }
  // 一百二 leaves the ten unsaid
  return total + section + (digit ?? 0) * (digit && last >= 100 ? last / 10 : 1);
}

const digitOf = (character: string): number =>
  character === '半' ? 0.5 : (digits[character] ?? Number(character));

const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
