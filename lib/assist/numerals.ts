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
