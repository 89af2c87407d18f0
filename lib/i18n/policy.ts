import type { Policy } from '../policy/policy.ts';

type Part = keyof Policy;

/** The words of what a company has fixed. */
export const policyZhCN = {
  title: '公司策略',
  by: (organisation: string) => `由${organisation || '公司策略'}统一设置，不能在这里修改`,
  banner: (organisation: string) => `这个浏览器由${organisation || '公司策略'}管理，带锁的项目不能修改。`,
  none: '这个浏览器没有公司策略。',
  bad: (parts: string) => `策略里有写错的部分，已忽略：${parts}`,
  parts: {
    organisation: '管理方',
    lists: '强制启用的词单',
    severities: '锁定的级别',
    terms: '公司违禁词',
    providers: '可用的模型',
    maskedExports: '导出',
    retention: '保存期限',
    review: '审核',
  } satisfies Record<Part, string>,
  masked: '导出一律打码',
  unmasked: '没有限制',
  noModel: '不允许使用模型',
  comments: (days: string) => `观众言行最多 ${days} 天`,
  record: (days: string) => `记录至少 ${days} 天`,
  automatic: '到期自动清理',
  providerRefused: '公司策略不允许这个模型服务',
};
