import type { Intent } from '../reply/types.ts';
import { alarmZhCN } from './alarm.ts';
import { assistZhCN } from './assist.ts';
import { boardZhCN } from './board.ts';
import { captureZhCN } from './capture.ts';
import { consoleZhCN } from './console.ts';
import { dayZhCN } from './day.ts';
import { exportZhCN } from './export.ts';
import { healthZhCN } from './health.ts';
import { intakeZhCN } from './intake.ts';
import { listsZhCN } from './lists.ts';
import { moderateZhCN } from './moderate.ts';
import { pageZhCN } from './page.ts';
import { plansZhCN } from './plans.ts';
import { policyZhCN } from './policy.ts';
import { profileZhCN } from './profile.ts';
import { prompterZhCN } from './prompter.ts';
import { replayZhCN } from './replay.ts';
import { reportZhCN } from './report.ts';
import { reviewZhCN } from './review.ts';
import { roomZhCN } from './room.ts';
import { rulesZhCN } from './rules.ts';
import { searchZhCN } from './search.ts';
import { shopZhCN } from './shop.ts';
import { showZhCN } from './show.ts';
import { storageZhCN } from './storage.ts';
import { toolsZhCN } from './tools.ts';
import { viewersZhCN } from './viewers.ts';
import { voiceZhCN } from './voice.ts';

/** The words on the screens, Chinese first; the other languages have the same shape. */
export const zhCN = {
  name: '直播间副驾',
  page: pageZhCN,
  alarm: alarmZhCN,
  assist: assistZhCN,
  board: boardZhCN,
  day: dayZhCN,
  export: exportZhCN,
  health: healthZhCN,
  intake: intakeZhCN,
  moderate: moderateZhCN,
  keep: storageZhCN,
  lists: listsZhCN,
  policy: policyZhCN,
  profile: profileZhCN,
  review: reviewZhCN,
  report: reportZhCN,
  timeline: replayZhCN,
  search: searchZhCN,
  shop: shopZhCN,
  show: showZhCN,
  plans: plansZhCN,
  prompter: prompterZhCN,
  tools: toolsZhCN,
  viewers: viewersZhCN,
  voice: voiceZhCN,
  ...captureZhCN,
  ...roomZhCN,
  ...consoleZhCN,
  rules: rulesZhCN,
  platforms: { douyin: '抖音', taobao: '淘宝', kuaishou: '快手' },

  intents: {
    price: '价格',
    coupon: '优惠',
    size: '尺码',
    spec: '规格',
    stock: '库存',
    shipping: '发货',
    authenticity: '正品',
    ingredients: '成分',
    suitability: '适合',
    usage: '用法',
    aftersale: '售后',
    complaint: '投诉',
    order: '订单',
    comparison: '对比',
    link: '链接',
    praise: '好评',
    greeting: '问候',
    vote: '互动',
    abuse: '辱骂',
    spam: '刷屏',
    injection: '刷AI',
    other: '其他',
  } satisfies Record<Intent, string>,

  common: {
    cancel: '取消',
    close: '关闭',
    delete: '删除',
    add: '添加',
    undo: '撤销',
    loading: '正在读取…',
    broken: '这个页面出错了',
    brokenText: '记录不受影响，新评论仍在写入。重新打开这个页面即可继续。',
    reload: '重新打开',
  },
};

export type Text = typeof zhCN;
