import type { PlatformId } from '../lib/model.ts';
import type { Random } from './random.ts';

/** Makes class names like a build does: same name, same class, until the next start. */
type ClassNames = (name: string) => string;

/** The three forms seen on the Douyin console: 2024-03, 2025, 2026-06. */
export type DouyinClasses = 'module' | 'dash' | 'v2';

/** Names as one of Douyin's three builds would write them; `v2` hashes by file, thus shares hashes. */
function douyinClasses(form: DouyinClasses, random: Random): ClassNames {
  const files = { list: hex(random), item: hex(random) };
  return remember((name) => {
    if (form === 'module') return `index-module__${name}___${letters(random, 5)}`;
    if (form === 'dash') return `${name}-${letters(random, 6)}`;
    return `${name}-${/item|nick|desc|tag/i.test(name) ? files.item : files.list}`;
  });
}

/** Kuaishou writes `username--naHYA`. */
function kuaishouClasses(random: Random): ClassNames {
  return remember((name) => `${name}--${letters(random, 5)}`);
}

function remember(make: ClassNames): ClassNames {
  const made = new Map<string, string>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}

const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_';
const letters = (random: Random, count: number) =>
  Array.from({ length: count }, () => alphabet[random.int(alphabet.length)]).join('');
const hex = (random: Random) =>
  random
    .int(2 ** 24)
    .toString(16)
    .padStart(6, '0');

/** Names on the Douyin page that come in all three forms; the rest keep `name-hash`. */
const douyinRow = [
  'commentList',
  'commentV2',
  'commentItem',
  'nickname',
  'description',
  'authorTag',
  'commentTag',
  'newCommentLabel',
  'newCommentShadow',
];
const douyinRest = [
  'goodsPanel',
  'goodsItem',
  'goodsAction',
  'indexWrapper',
  'liveTag',
  'noLiveData',
  'inputWrapper',
  'inputSuffix',
  'isDisabled',
  'liveOverCloseIcon',
];
const kuaishouRow = [
  'list-item',
  'comment',
  'line',
  'head',
  'body',
  'username',
  'replied-content',
  'tag',
  'bubble',
];
const kuaishouNames = [
  ...kuaishouRow,
  'live-panel',
  'comment-wrap',
  'reply-content',
  'list-container',
  'cardBtn',
  'nickname',
  'name',
];
const taobaoRow = [
  'tc-comment-list',
  'tc-comment-item',
  'tc-comment-item-userinfo-name',
  'tc-comment-item-content',
  'tc-comment-list-newtip',
  'alpw-comment-time',
];

/** Taobao's viewers' page writes content--pSjaTkyl; Kuaishou's hashes nothing. */
const taobaoViewer = ['itemWrap', 'authorTitle', 'content'];
const kuaishouViewer = {
  'chat-history': 'chat-history',
  'comment-cell': 'comment-cell',
  'viewer-username': 'username',
  'viewer-comment': 'comment',
};

/** All class names of one start of a page; those of Taobao's console are not hashed. */
export function drawClasses(
  platform: PlatformId,
  form: DouyinClasses,
  random: Random,
): Record<string, string> {
  if (platform === 'taobao') return record(taobaoViewer, kuaishouClasses(random));
  if (platform === 'kuaishou') {
    const make = kuaishouClasses(random);
    // goods rows carry the same name from another file
    const goods = kuaishouClasses(random)('list-item');
    return { ...record(kuaishouNames, make), ...kuaishouViewer, 'goods-list-item': goods };
  }
  return {
    ...record(douyinRow, douyinClasses(form, random)),
    ...record(douyinRest, douyinClasses('dash', random)),
  };
}

/** Names for a page whose rows nobody has met before. */
export function strangeClasses(
  platform: PlatformId,
  form: DouyinClasses,
  random: Random,
): Record<string, string> {
  const rows = [...douyinRow, ...kuaishouRow, ...taobaoRow, ...taobaoViewer, ...Object.keys(kuaishouViewer)];
  const strange = record(rows, () => `c${hex(random)}`);
  return { ...drawClasses(platform, form, random), ...strange };
}

const record = (names: readonly string[], make: ClassNames) =>
  Object.fromEntries(names.map((name) => [name, make(name)]));
