/** Digits for digits or a Chinese numeral below 1,000: 一百二 is 120, 两 is 2. Null for what is none. */
export function numeral(written: string): string | null {
  if (/^[\d.]+$/.test(written)) return String(Number(written));
  const parts = numeralParts.exec(written);
  if (!parts || written === '') return null;
  const [, hundreds, hundred, zero, tens, ten, ones] = parts;
  let value = hundred ? digits[hundreds ?? '一']! * 100 : 0;
  if (ten) value += digits[tens ?? '一']! * 10;
  // 一百二 leaves the ten unsaid
  if (ones) value += digits[ones]! * (hundred && !zero && !ten ? 10 : 1);
  return String(value);
}

/** Writes heights in centimetres and spoken hundreds in digits: 一米六五 一百二 → 165 120. */
export function writeDigits(text: string): string {
  return text
    .replace(heights, (whole, cm: string, tens: string, ones: string, tenth: string) =>
      tenth
        ? `1${tenth}0`
        : tens
          ? `1${digits[tens]}${digits[ones] ?? 0}`
          : Number(cm) >= 30
            ? `1${cm}`
            : whole,
    )
    .replace(spoken, (written) => numeral(written) ?? written);
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
const numeralParts =
  /^(?:([一二两三四五六七八九])?(百))?(零)?(?:([一二两三四五六七八九])?(十))?([一二两三四五六七八九])?$/;
const digits: Readonly<Record<string, number>> = {
  零: 0,
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
