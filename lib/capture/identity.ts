import type { Said } from '../platforms/platform.ts';

/** Words that the Douyin list writes before a nick and the feed does not (2025). */
const badges = /^(?:潜在新客|新客|老客|优质用户|普通用户|待支付|已加购|已下单|已支付|已付款|粉丝|会员)(?=.)/;
const invisible = /[\s\u200b-\u200f\u2060\ufeff]+/g;

/** Who said what, so that the feed's and the list's form of one comment are the same string. */
export function keyOf({ nick, text, anchor }: Said): string {
  let name = nick.replace(invisible, '').replace(/[:：]+$/, '');
  for (let bare = name.replace(badges, ''); bare !== name; bare = name.replace(badges, '')) name = bare;
  const isOwn = anchor || name === '我' || name === '主播我';
  return `${isOwn ? '\u0000' : name}\n${text.replace(invisible, '')}`;
}

/**
 * An id for a comment that came without: the same after a reload, because it is made of nothing but who
 * and what, what marks it besides, and the how-manieth of its kind it is (from 1).
 */
export const madeId = (key: string, mark: string | undefined, nth: number): string =>
  `made:${hash(`${key}\n${mark ?? ''}\n${nth}`)}`;

/** How a row would show this time. */
export const clockFace = (at: number): string => {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
};

/** 64 bits in base 36: two multiply-xor lanes over the UTF-16 units. */
function hash(text: string): string {
  let a = 0x9e3779b1;
  let b = 0x85ebca77;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995);
    b ^= b >>> 13;
  }
  a = Math.imul(a ^ (a >>> 16), 0x7feb352d) ^ b;
  b = Math.imul(b ^ (b >>> 15), 0x846ca68b) ^ a;
  return [a, b].map((half) => (half >>> 0).toString(36).padStart(7, '0')).join('');
}
