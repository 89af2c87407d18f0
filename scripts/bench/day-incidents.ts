import type { Finding } from '../../lib/model.ts';
import type { Incident, Telling } from './day-room.ts';

/** Each begins a quarter of an hour into its room, which has its pace by then. */
const from = 900;
const to = from + 240;
const during = { from, to };

const slip: Finding = {
  start: 2,
  end: 5,
  text: '全网最',
  canonical: '最',
  category: 'A1',
  severity: 'S3',
  rule: 'A1',
  list: 'absolute',
  basis: '广告法9(三)→57',
  evasion: false,
  exemption: null,
  rewrites: [],
};
const trouble = (name: 'feed-silent' | 'logged-out'): Telling => ({
  kind: 'health',
  feed: 1,
  dom: 0,
  merged: 0,
  trouble: name,
  dropped: { malformed: 0, oversized: 0, duplicate: 0 },
});
const own = (text: string): Telling => ({
  kind: 'comment',
  id: `own-${text}`,
  idKind: 'feed',
  nick: '主播',
  text,
  source: 'feed',
  anchor: true,
});
const once =
  (event: Telling) =>
  (second: number): Telling | null =>
    second === from ? event : null;

const hostile = '骗子直播间 垃圾东西别买 全是假货 骗钱的 质量太差了 主播滚 恶心死了 差评差评'.split(' ');
const disappointed = '质量太差了 掉色太严重 穿一次就坏了 客服不理人 等了十天还没发货 跟图片差太多'.split(' ');

/** Things that go wrong, one in each room. */
export const dayIncidents: readonly (Incident & { later?: number })[] = [
  {
    name: 'hostile raid, 60 accounts',
    expects: ['negative', 'deviation'],
    ...during,
    rate: 6,
    says: (random) => ({ who: `r${random.int(60)}`, text: random.pick(hostile) }),
  },
  {
    name: 'three accounts shout one line',
    expects: ['negative', 'deviation'],
    ...during,
    rate: 4,
    says: (random) => ({ who: `s${random.int(3)}`, text: '骗子直播间' }),
  },
  {
    name: 'the room sours to a third',
    expects: ['negative'],
    ...during,
    rate: 1.5,
    says: (random, i) => ({ who: `d${i}`, text: random.pick(disappointed) }),
  },
  {
    name: 'the room sours to a quarter, slowly',
    expects: ['negative'],
    ...during,
    to: from + 600,
    rate: 1,
    says: (random, i) => ({ who: `e${i}`, text: random.pick(disappointed) }),
  },
  {
    name: 'complaints of 60 people',
    expects: ['complaints'],
    ...during,
    rate: 0.5,
    says: (random, i) => ({ who: `c${i}`, text: random.pick(['我要投诉', '投诉你们', '质量有问题要投诉']) }),
  },
  {
    name: 'four people name the authorities',
    expects: ['word'],
    ...during,
    rate: 1 / 60,
    says: (_, i) => ({ who: `w${i}`, text: '再不退款打12315' }),
  },
  {
    name: 'eight accounts praise alike',
    expects: ['chorus'],
    ...during,
    rate: 1 / 20,
    says: (_, i) => ({ who: `a${i}`, text: `用了两周皮肤真的变好了强烈推荐${'！'.repeat(i % 3)}` }),
  },
  { name: 'nobody answers any more', expects: ['waiting'], ...during, to: from + 600, isUnanswered: true },
  {
    name: 'the feed is silent',
    expects: ['capture'],
    ...during,
    keeps: 0,
    tells: once(trouble('feed-silent')),
  },
  {
    name: 'the console is logged out',
    expects: ['capture'],
    ...during,
    keeps: 0,
    tells: once(trouble('logged-out')),
  },
  { name: 'the console is gone', expects: ['capture'], ...during, isDead: true },
  { name: 'comments all but stop', expects: ['deviation'], ...during, keeps: 0.1 },
  {
    name: 'a flood of friendly comments',
    expects: ['deviation'],
    ...during,
    rate: 12,
    says: (random) => ({
      who: `f${random.int(500)}`,
      text: random.pick(['666', '来了来了', '冲鸭', '主播好美']),
    }),
  },
  {
    name: 'everybody asks at once',
    expects: ['deviation', 'waiting'],
    ...during,
    rate: 6,
    says: (random, i) => ({
      who: `q${i}`,
      text: random.pick(['链接打不开怎么办', '为什么拍不了', '链接呢']),
    }),
  },
  {
    name: 'half the viewers leave',
    expects: ['deviation'],
    ...during,
    figures: (second, figures) => {
      if (second === from) figures.online = Math.round(figures.online / 2);
    },
  },
  {
    name: 'a link is broken: nobody can order',
    expects: ['deviation'],
    ...during,
    from: 1500,
    to: 2100,
    isUnsold: true,
  },
  {
    name: 'a wave of arrivals',
    expects: ['deviation'],
    ...during,
    tells: () => ({ kind: 'audience', what: 'enter', count: 40 }),
  },
  {
    name: 'a product is sold out',
    expects: ['stock'],
    ...during,
    shelf: (_, goods) => {
      goods[3]!.stock = 0;
    },
  },
  {
    name: 'a product runs low',
    expects: ['stock'],
    ...during,
    shelf: (second, goods) => {
      if (second === from) goods[5]!.stock = 15;
    },
  },
  {
    name: 'a slip of the tongue',
    expects: ['finding'],
    ...during,
    tells: once({ kind: 'judged', of: 1, text: '这是全网最低价', findings: [slip], rules: 'bench' }),
  },
  {
    name: 'urging to buy at 22:30',
    expects: ['minors'],
    ...during,
    later: 3.5,
    tells: once(own('赶紧下单 手慢无')),
  },
];
