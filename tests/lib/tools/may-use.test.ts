import { expect, test } from 'vitest';
import { compileRules } from '../../../lib/compliance/index.ts';
import type { DrawSetup, PlatformId, ToolSetup } from '../../../lib/model.ts';
import { mayUse } from '../../../lib/tools/may-use.ts';

const checker = compileRules();
const vote = (title: string): ToolSetup => ({
  what: 'vote',
  title,
  options: [
    { name: '风衣', words: ['1'] },
    { name: '毛衣', words: ['2'] },
  ],
  counts: 'last',
});
const draw = (over: Partial<DrawSetup> = {}): ToolSetup => ({
  what: 'draw',
  title: '抽三位连麦试穿',
  words: ['来了'],
  winners: 3,
  prize: '',
  worth: null,
  blocked: [],
  onceOnly: true,
  commitment: 'a'.repeat(64),
  ...over,
});
const countdown = (title: string): ToolSetup => ({ what: 'countdown', title, until: 1_790_000_000_000 });
const why = (setup: ToolSetup, platform: PlatformId = 'douyin', hour = 15) =>
  mayUse(setup, { platform, hour, checker }).reasons.map((one) => one.why);

test.each(['想先看哪件，风衣扣1毛衣扣2', '今天讲面料还是讲尺码', '这件你们喜欢吗'])(
  '“%s” may be asked',
  (title) => {
    expect(mayUse(vote(title), { platform: 'douyin', hour: 15, checker })).toMatchObject({
      isFree: true,
      reasons: [],
    });
  },
);

test.each([
  ['扣1送同款丝巾', 'bait'],
  ['公屏打想要的领优惠券', 'bait'],
  ['点赞到10万抽一件', 'bait'],
  ['关注主播免费送', 'bait'],
  ['在线满500上链接', 'bait'],
  ['不关注不发货', 'coercion'],
])('“%s” is interaction for a gain and must not be started', (title, reason) => {
  const verdict = mayUse(vote(title), { platform: 'douyin', hour: 15, checker });

  expect(verdict.reasons.map((one) => one.why)).toContain(reason);
  expect(verdict.isFree).toBe(false);
});

test('a draw for a prize must not be held on Douyin, and elsewhere the platform’s own tool is named', () => {
  expect(why(draw({ prize: '丝巾一条', worth: 5900 }))).toEqual(['own-tool']);
  expect(why(draw({ prize: '丝巾一条', worth: 5900 }), 'kuaishou')).toEqual(['own-tool-safer']);
  expect(why(draw())).toEqual([]);
});

test('the law’s fifty thousand yuan are the limit, and a prize without a worth is pointed out', () => {
  expect(why(draw({ prize: '汽车', worth: 5_000_000 }), 'taobao')).not.toContain('too-dear');
  expect(why(draw({ prize: '汽车', worth: 5_000_001 }), 'taobao')).toContain('too-dear');
  expect(why(draw({ prize: '汽车' }), 'taobao')).toContain('worth-unknown');
});

test.each([
  [21, false],
  [22, true],
  [7, true],
  [8, false],
])('at %i o’clock minors count: %s', (hour, isLate) => {
  expect(why(countdown('上新'), 'douyin', hour).includes('late')).toBe(isLate);
});

test('a countdown that hurries must be true, and banned words stop any tool', () => {
  expect(why(countdown('三分钟后恢复原价'))).toEqual(['hurry']);
  expect(mayUse(vote('全网最低价的风衣要不要'), { platform: 'douyin', hour: 15, checker }).isFree).toBe(
    false,
  );
});
