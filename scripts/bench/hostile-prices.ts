const han = [...'零一二三四五六七八九'];
const bank = [...'零壹贰叁肆伍陆柒捌玖'];
const fullWidth = [...'０１２３４５６７８９'];
const arabic = [...'٠١٢٣٤٥٦٧٨٩'];
const circled = [...'⓪①②③④⑤⑥⑦⑧⑨'];
const bold = [...'𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'];
const alike = ['林', '亿', '而', '散', '思', '武', '留', '妻', '巴', '酒'];
const spelled = ['ling', 'yi', 'er', 'san', 'si', 'wu', 'liu', 'qi', 'ba', 'jiu'];
const english = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const digitsIn = (value: number, alphabet: readonly string[], between = '') =>
  [...String(value)].map((digit) => alphabet[Number(digit)]).join(between);

function hanNumber(value: number, digits: readonly string[]): string {
  if (value < 10) return digits[value]!;
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digits[tens] : ''}${digits === bank ? '拾' : '十'}${value % 10 ? digits[value % 10] : ''}`;
}

/** One amount in many hands. */
export const amounts: readonly ((value: number) => string)[] = [
  (value) => `${value}元`,
  (value) => `${value}块`,
  (value) => `${value}块钱`,
  (value) => `${value}`,
  (value) => `¥${value}`,
  (value) => `￥${value}`,
  (value) => `${value}.00元`,
  (value) => `${value} 元`,
  (value) => `${[...String(value)].join(' ')}元`,
  (value) => `${[...String(value)].join('\u200b')}元`,
  (value) => `${digitsIn(value, fullWidth)}元`,
  (value) => `${digitsIn(value, arabic)}元`,
  (value) => `${digitsIn(value, circled)}元`,
  (value) => `${digitsIn(value, bold)}元`,
  (value) => `${[...String(value)].map((digit) => `${digit}\ufe0f\u20e3`).join('')}元`,
  (value) => `${hanNumber(value, han)}元`,
  (value) => `${hanNumber(value, han)}块`,
  (value) => `${digitsIn(value, han)}`,
  (value) => `${hanNumber(value, bank)}圆`,
  (value) => `${digitsIn(value, alike)}块`,
  (value) => `${digitsIn(value, spelled)}块`,
  (value) => `${digitsIn(value, english, ' ')}`,
  (value) => `${value}塊`,
  (value) => `${value}圓`,
  (value) => `${value}米`,
  (value) => `${value}刀`,
  (value) => `${value}rmb`,
  (value) => `${value}块9`,
  (value) => `${hanNumber(value, han)}块九`,
  (value) => `${value}块9毛9`,
];
/** What stands around an amount, `{}` in its place. */
export const priceFrames = [
  '到手价{}哦',
  '亲，现在只要{}',
  '直播间{}拿走',
  '{}就能带走',
  '价格{}，喜欢可以拍',
  '给您{}',
  '券后{}',
  '今天{}',
  '{}一件',
  '两件{}',
  '您好，{}哦',
];
