import { alarmEn } from './alarm-en.ts';
import { assistEn } from './assist-en.ts';
import { boardEn } from './board-en.ts';
import { captureEn } from './capture-en.ts';
import { consoleEn } from './console-en.ts';
import { dayEn } from './day-en.ts';
import { exportEn } from './export-en.ts';
import { healthEn } from './health-en.ts';
import { intakeEn } from './intake-en.ts';
import { listsEn } from './lists-en.ts';
import { moderateEn } from './moderate-en.ts';
import { pageEn } from './page.ts';
import { plansEn } from './plans-en.ts';
import { policyEn } from './policy-en.ts';
import { profileEn } from './profile-en.ts';
import { prompterEn } from './prompter-en.ts';
import { replayEn } from './replay-en.ts';
import { reportEn } from './report-en.ts';
import { reviewEn } from './review-en.ts';
import { roomEn } from './room-en.ts';
import { rulesEn } from './rules-en.ts';
import { searchEn } from './search-en.ts';
import { shopEn } from './shop-en.ts';
import { showEn } from './show-en.ts';
import { storageEn } from './storage-en.ts';
import { toolsEn } from './tools-en.ts';
import { viewersEn } from './viewers-en.ts';
import { voiceEn } from './voice-en.ts';
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
