import type { Profile, Term } from '../compliance/types.ts';

const basis = '夜间 22:00–08:00 不诱导下单；未成年人网络保护条例44（合理限制消费）';
const ban = (text: string): Term => ({ text, severity: 'S2', basis });

/**
 * From ten in the evening to eight in the morning nobody is pressed to buy: what the shops' plans ask for to protect
 * minors (the law asks platforms to keep their spending within reason: 未成年人网络保护条例 Art. 44).
 */
export const nightProfile: Profile = {
  id: 'night',
  name: '夜间 22:00–08:00 未成年人保护',
  when: { hours: { from: 22 * 60, to: 8 * 60 } },
  lists: { on: [], off: [] },
  levels: {
    'C1-minor': 'S3',
    'C1-veiled': 'S3',
    'U1-now': 'S2',
    'U1-crowd': 'S2',
    'U1-raise': 'S2',
    'U1-stock': 'S2',
    'U1-once': 'S2',
    'U1-closing': 'S2',
    'U1-idiom': 'S2',
    'U1-last': 'S2',
    'H1-bait': 'S2',
    'H1-ask': 'S2',
    'P3-gift': 'S2',
    'P3-lottery': 'S2',
  },
  terms: [
    '赶紧下单',
    '赶快下单',
    '抓紧下单',
    '马上下单',
    '立刻下单',
    '立即下单',
    '快去下单',
    '快下单',
    '赶紧拍',
    '抓紧拍',
    '快去拍',
    '闭眼入',
    '闭眼拍',
    '冲就完了',
    '必须入手',
    '多囤',
    '囤起来',
    '熬夜抢',
    '通宵抢',
    '半夜抢',
  ].map(ban),
};

/** Profiles that come along; a shop's own of the same id takes their place. */
export const builtInProfiles: readonly Profile[] = [nightProfile];
