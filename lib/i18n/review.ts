import type { ReviewKind, ReviewNeed, ReviewState, reviewDeeds } from '../review/review.ts';

/** The words of review in tiers. */
export const reviewZhCN = {
  title: '审核',
  hint: '新话术、新的本店词和放行短语先过审再用。话术没通过不会推荐；词没通过只提示不拦截；放行短语没通过不放行。已经在用的不受影响。',
  need: '需要审核',
  needs: { none: '不需要', operator: '运营', legal: '运营 + 法务' } satisfies Record<ReviewNeed, string>,
  alone: '一个人用时选“不需要”，保存就能用。',
  states: {
    draft: '草稿',
    operator: '待运营审核',
    legal: '待法务审核',
    approved: '已通过',
  } satisfies Record<ReviewState, string>,
  kinds: { script: '话术', term: '违禁词', phrase: '放行' } satisfies Record<ReviewKind, string>,
  deeds: { made: '起草', submit: '送审', approve: '通过', return: '退回' } satisfies Record<
    (typeof reviewDeeds)[number],
    string
  >,
  acts: { submit: '送审', approve: '通过', return: '退回' },
  all: (count: string) => `未完成 ${count}`,
  queue: '审核队列',
  empty: '没有待处理的',
  emptyHint: '新写的话术和词会出现在这里。',
  off: '现在不需要审核，新写的保存后就能用。',
  note: '意见（退回时必填）',
  noteFor: (name: string) => `“${name}”的意见`,
  returned: (who: string, note: string) => `${who || '有人'}退回：${note}`,
  needNote: '退回要写明原因',
  gone: '刚被别人处理过，已刷新',
  failed: '没有保存成功，请再试一次',
  nobody: '未署名',
  history: '经过',
  keys: 'J K 移动，A 通过或送审，R 退回，N 写意见',
  waits: (state: string) => `${state}，通过前不会推荐`,
  open: '去审核',
  waiting: (count: string) => `另有 ${count} 条话术未过审，不推荐`,
  name: '在设置里填写“我的称呼”，审核记录才有署名。',
  did: (kind: string, text: string) => `${kind}“${text}”`,
};
