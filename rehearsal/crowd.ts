import type { PlatformId } from '../lib/model.ts';
import { createRandom, type Random } from './random.ts';
import backstage from './viewers/backstage.json' with { type: 'json' };
import nicks from './viewers/nicks.json' with { type: 'json' };

export interface Viewer {
  user: string;
  nick: string;
  badges: readonly string[];
}

/** What tells one 小雪 from the next; some go without. */
const tails = [
  '',
  '',
  '',
  '呀',
  '酱',
  '同学',
  '本尊',
  '姐',
  '哥',
  '～',
  '_',
  '爱生活',
  '在路上',
  '家的猫',
  '不加班',
  '1988',
  '88',
  '520',
  'cc',
];

/** The people in one room. */
export interface Crowd {
  anchor: Viewer;
  anchorLines: readonly string[];
  systemLines: readonly string[];
  /** one of the regulars */
  anyone(random: Random): Viewer;
  /** someone who was never here before */
  stranger(): Viewer;
  /** a person from a recording; the missing half is made from the other */
  named(user: string | undefined, nick: string | undefined): Viewer;
  /** a sender that is no person */
  system(random: Random): Viewer;
}

/** Fills a room with `size` regulars and as many strangers as come. Some share a nick: only `user` tells them apart. */
export function createCrowd(platform: PlatformId, seed: number, size: number): Crowd {
  const random = createRandom(seed, `${platform}:crowd`);
  const known = new Map<number, Viewer>();
  let strangers = 0;

  const viewer = (n: number): Viewer => {
    const found = known.get(n);
    if (found) return found;
    const own = createRandom(seed, `${platform}:viewer:${n}`);
    const base = nicks[n % nicks.length] as string;
    const made = {
      user: userId(platform, n, own),
      nick: n < nicks.length ? base : `${base}${own.pick(tails)}${own.chance(0.3) ? own.int(1000) : ''}`,
      badges: badgesOf(own),
    };
    known.set(n, made);
    return made;
  };

  return {
    anchor: { user: userId(platform, 0, random), nick: backstage.account, badges: [] },
    anchorLines: backstage.anchor,
    systemLines: backstage.system,
    // n from 1: 0 is the anchor
    anyone: (draw) => viewer(1 + draw.int(size)),
    stranger: () => {
      strangers += 1;
      return viewer(size + strangers);
    },
    named: (user, nick) => ({
      user: user ?? `u${hashOf(nick ?? '')}`,
      nick: nick ?? `用户${(user ?? '').slice(-6)}`,
      badges: [],
    }),
    system: (draw) => ({ user: '0', nick: draw.pick(backstage.senders), badges: [] }),
  };
}

/** Distinct for each `n`: the last digits are `n` itself. */
function userId(platform: PlatformId, n: number, random: Random): string {
  const tail = String(n).padStart(7, '0');
  if (platform === 'taobao') return `22${10 + random.int(89)}${tail}`;
  if (platform === 'kuaishou') return `4${10 + random.int(89)}${tail}`;
  // old accounts have 11 digits, new ones 19
  return random.chance(0.3) ? `9${100 + random.int(899)}${tail}` : `3${1e10 + random.int(9e10)}${tail}`;
}

function badgesOf(random: Random): string[] {
  const badges: string[] = [];
  const known = random();
  if (known < 0.3) badges.push('粉丝');
  else if (known < 0.5) badges.push('新客');
  const bought = random();
  if (bought < 0.1) badges.push('已下单');
  else if (bought < 0.22) badges.push('已加购');
  return badges;
}

function hashOf(text: string): string {
  let value = 7;
  for (const char of text) value = (value * 31 + (char.codePointAt(0) ?? 0)) % 2 ** 40;
  return String(value);
}
