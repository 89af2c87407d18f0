import { alarmEn } from './alarm.ts';
import { assistEn } from './assist.ts';
import { boardEn } from './board.ts';
import { captureEn } from './capture.ts';
import { consoleEn } from './console.ts';
import { dayEn } from './day.ts';
import { exportEn } from './export-en.ts';
import { healthEn } from './health.ts';
import { intakeEn } from './intake-en.ts';
import { listsEn } from './lists.ts';
import { moderateEn } from './moderate.ts';
import { pageEn } from './page.ts';
import { plansEn } from './plans.ts';
import { policyEn } from './policy.ts';
import { profileEn } from './profile.ts';
import { prompterEn } from './prompter.ts';
import { replayEn } from './replay.ts';
import { reportEn } from './report-en.ts';
import { reviewEn } from './review.ts';
import { roomEn } from './room-en.ts';
import { rulesEn } from './rules.ts';
import { searchEn } from './search.ts';
import { shopEn } from './shop-en.ts';
import { showEn } from './show-en.ts';
import { storageEn } from './storage-en.ts';
import { toolsEn } from './tools.ts';
import { viewersEn } from './viewers.ts';
import { voiceEn } from './voice.ts';
import type { Text } from './zh-cn.ts';

export const en: Text = {
  name: 'Live-Room Co-pilot',
  page: pageEn,
  alarm: alarmEn,
  assist: assistEn,
  board: boardEn,
  day: dayEn,
  export: exportEn,
  health: healthEn,
  intake: intakeEn,
  moderate: moderateEn,
  keep: storageEn,
  lists: listsEn,
  policy: policyEn,
  profile: profileEn,
  review: reviewEn,
  report: reportEn,
  timeline: replayEn,
  search: searchEn,
  shop: shopEn,
  show: showEn,
  plans: plansEn,
  prompter: prompterEn,
  tools: toolsEn,
  viewers: viewersEn,
  voice: voiceEn,
  ...captureEn,
  ...roomEn,
  ...consoleEn,
  rules: rulesEn,
  platforms: { douyin: 'Douyin', taobao: 'Taobao', kuaishou: 'Kuaishou' },

  intents: {
    price: 'Price',
    coupon: 'Coupon',
    size: 'Size',
    spec: 'Spec',
    stock: 'Stock',
    shipping: 'Shipping',
    authenticity: 'Authenticity',
    ingredients: 'Ingredients',
    suitability: 'Suitability',
    usage: 'Usage',
    aftersale: 'After-sale',
    complaint: 'Complaint',
    order: 'Order',
    comparison: 'Comparison',
    link: 'Link',
    praise: 'Praise',
    greeting: 'Greeting',
    vote: 'Vote',
    abuse: 'Abuse',
    spam: 'Spam',
    injection: 'AI baiting',
    other: 'Other',
  },

  common: {
    cancel: 'Cancel',
    close: 'Close',
    delete: 'Delete',
    add: 'Add',
    undo: 'Undo',
    loading: 'Loading…',
    broken: 'Something went wrong on this page',
    brokenText: 'The log is not affected, new comments are still recorded. Open the page again to go on.',
    reload: 'Open again',
  },
};
