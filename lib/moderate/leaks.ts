import { isBankCard, isIdNumber } from './check-digits.ts';

/** What names or reaches a person, and must not stand in a room for all to read. */
export const leakKinds = ['phone', 'id', 'card', 'wechat', 'qq', 'email', 'address'] as const;
export type LeakKind = (typeof leakKinds)[number];

/** A person's own in a text, in UTF-16 units; for a WeChat or QQ number without the words before it. */
export interface Leak {
  kind: LeakKind;
  start: number;
  end: number;
}

/**
 * Finds what a viewer gave away of a person (个人信息保护法 Art. 4 and 28): in order, never overlapping. Prices, sizes,
 * dates, link and order numbers are none. Pure; each pattern takes time in proportion to the text.
 */
export function findLeaks(text: string): Leak[] {
  if (!mayLeak.test(text)) return [];
  const plain = plainDigits(text);
  const found = [
    ...named(plain),
    ...numbers(plain),
    ...matches(plain, email, 'email'),
    ...addresses(plain),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const leaks: Leak[] = [];
  for (const leak of found) if (leak.start >= (leaks.at(-1)?.end ?? 0)) leaks.push(leak);
  return leaks;
}

/** The text with stars over all of it that must not be read, as long as before: offsets into it still hold. */
export function maskLeaks(text: string, leaks: readonly Leak[] = findLeaks(text)): string {
  let masked = '';
  let done = 0;
  for (const { kind, start, end } of leaks) {
    masked += text.slice(done, start) + starred(text.slice(start, end), left[kind]);
    done = end;
  }
  return masked + text.slice(done);
}

/** Characters that stay readable at either end: whose it is can be told, the rest cannot. */
const left: Readonly<Record<LeakKind, readonly [before: number, after: number]>> = {
  phone: [3, 4],
  id: [3, 2],
  card: [0, 4],
  wechat: [1, 1],
  qq: [1, 1],
  email: [1, 0],
  address: [0, 0],
};

function starred(words: string, [before, after]: readonly [number, number]): string {
  const all = words.replace(kept, '').length;
  let seen = 0;
  return words.replace(/[\s\S]/g, (character) => {
    if (character.replace(kept, '') === '') return character;
    seen++;
    return seen <= before || seen > Math.max(before, all - after) ? character : '*';
  });
}

/** What only parts a number. */
const kept = /[\s\-—.·@\u200b-\u200f]|\ufe0f|\u20e3/g;

const mayLeak = /[\d０-９零〇一二三四五六七八九幺①-⑨@＠]|微信|[vw]x|wechat|v信/i;

/** Digits of every width as ASCII, one for one; Chinese ones where eleven of them stand together. */
const plainDigits = (text: string): string =>
  text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[①-⑨]/g, (digit) => String(digit.charCodeAt(0) - 0x245f))
    .replace(/＠/g, '@')
    .replace(/[\d零〇一二三四五六七八九幺]{11,}/g, (run) =>
      run.replace(/[^\d]/g, (digit) => String(Math.max(0, '〇一二三四五六七八九'.indexOf(one(digit))))),
    );
const one = (digit: string): string => (digit === '幺' ? '一' : digit === '零' ? '〇' : digit);

function matches(text: string, pattern: RegExp, kind: LeakKind): Leak[] {
  return [...text.matchAll(pattern)].map(({ 0: whole, index }) => ({
    kind,
    start: index,
    end: index + whole.length,
  }));
}

const email = /(?<![\w.+-])[\w.+-]{1,64}@[a-z\d-]{1,40}(?:\.[a-z\d-]{2,20}){1,4}/gi;

/** Accounts elsewhere: a number or name after the word for it. */
function named(text: string): Leak[] {
  return [...text.matchAll(account)].flatMap(
    ({ 0: whole, 1: service = '', 2: word, 3: id = '', index }): Leak[] => {
      const end = index + whole.length;
      const leak = { start: end - id.length, end };
      // a telephone number is one wherever it stands
      if (/^1[3-9]\d{9}$/.test(id)) return [];
      if (/^(?:q|扣|企鹅)/i.test(service)) return /^[1-9]\d{4,10}$/.test(id) ? [{ kind: 'qq', ...leak }] : [];
      // wechat payment is no account: one has digits, or is told as one
      const isTold = word !== '' || /\d/.test(id);
      return isTold && /^[a-z][-\w]{5,19}$|^\d{5,12}$/i.test(id) ? [{ kind: 'wechat', ...leak }] : [];
    },
  );
}
const account =
  /((?<![a-z])(?:vx|wx|wechat|qq|v信)|(?<=[+＋加➕]\s?)[qv]|微信|薇信|威信|徽信|溦信|扣扣|企鹅)\s{0,2}((?:号码?|群|id|是|为|加|搜|[:：]|\s){0,4})([a-z\d][-\w]{4,19})(?![-\w])(?!元|块|件|米|年)/gi;

/** Telephone, identity and card numbers: by their length, grouping, first and check digits. */
function numbers(text: string): Leak[] {
  return [...text.matchAll(run)].flatMap(({ 0: whole, index }): Leak[] => {
    const digits = whole.replace(/[^\dx]/gi, '');
    const at = { start: index, end: index + whole.length };
    if (isIdNumber(digits)) return [{ kind: 'id', ...at }];
    if (isBankCard(digits) && !orders.test(text.slice(Math.max(0, index - 8), index)))
      return [{ kind: 'card', ...at }];
    const shown = whole.replace(unseen, '');
    const phone = phoneIn.exec(shown);
    // 到手12345678901元 is a price, however silly
    if (!phone || /^\s?(?:元|块|件|单|个|人|%)/.test(text.slice(at.end))) return [];
    return [{ kind: 'phone', start: index + shown.length - phone[1]!.length, end: at.end }];
  });
}
/** Without width, or a frame around a digit: 1️⃣3️⃣. */
const unseen = /[\u200b-\u200f]|\ufe0f|\u20e3/g;
/** Digits with at most one mark between them, whole: nothing of a decimal or a longer word. */
const run =
  /(?<![a-z\d.¥￥$])\+?\d(?:(?:[\u200b-\u200f]|\ufe0f|\u20e3){0,2}[\s\-—.·_]?\d){10,20}(?:\s?x)?(?![a-z\d])(?!\.\d)/gi;
/** Grouped as people group a number, so that a row of sizes is none. */
const phoneIn =
  /^(?:\+?(?:00)?86[\s-]?)?(1[3-9]\d([\s\-—.·_]?)\d{4}\2\d{4}|1[3-9]\d{9}|1[3-9]\d[\s-]\d{8}|1[3-9]\d{5}[\s-]\d{4}|1[3-9]\d{2}[\s-]\d{3}[\s-]\d{4}|1([\s\-—.·_])[3-9](?:\3\d){9})$/;
const orders = /(?:订单|单号|运单|快递|物流|条码|编号)[^\d]{0,4}$/;

/** A door: building, flat and number, after a road or an estate. A town alone says where half a million live. */
function addresses(text: string): Leak[] {
  return [...text.matchAll(door)].flatMap(({ 0: whole, index }): Leak[] => {
    const before = text.slice(Math.max(0, index - 24), index);
    const way = road.exec(before);
    if (!way || goods.test(text.slice(index + whole.length))) return [];
    const inTown = regions.exec(way[0])?.[0].length ?? 0;
    const parts = whole.match(/[号弄栋幢座单元室楼层户]+/g)?.length ?? 0;
    const isWhole = regions.test(before) || parts > 1 || /室|单元|户/.test(whole);
    if (!isWhole) return [];
    const start = index - way[0].length + inTown;
    return [{ kind: 'address', start, end: index + whole.length }];
  });
}
const door =
  /(?:(?:\d{1,5}(?:-\d{1,4})?|[一二三四五六七八九十百]{1,4})(?:号楼|号院|单元|[号弄栋幢座室楼层户])[，,\s]?){1,6}(?:\d{3,4}(?!\d))?/g;
const road =
  /[\u4e00-\u9fff]{1,14}(?:路|街|道|巷|弄|胡同|小区|花园|家园|花苑|新村|村|苑|公寓|大厦|广场|社区|里|城|府|庄)[东西南北中]?[段侧]?$/;
const regions = /^.*(?:省|自治区|市|(?<![小社园])区|县|旗|州|镇|乡|街道)/;
/** 1号链接, 3号色: what is sold here, not where somebody lives. */
const goods = /^\s?(?:链接|商品|宝贝|产品|品|色|款|码|店|口红|粉底|主播|线)/;
