import type { PlanEnd } from '../model.ts';

/** The words around emergency plans. */
export const plansZhCN = {
  title: '预案',
  drill: '演练',
  ends: { solved: '已处理', handed: '已移交', needless: '无需处理' } satisfies Record<PlanEnd, string>,
  acts: {
    plan: '启动预案',
    step: '完成步骤',
    stepUndone: '取消完成',
    note: '预案记录',
    reopened: '重新打开',
    correction: '现场更正',
  },
};

export const plansEn: typeof plansZhCN = {
  title: 'Plans',
  drill: 'Drill',
  ends: { solved: 'Settled', handed: 'Handed on', needless: 'Not needed' },
  acts: {
    plan: 'Started plan',
    step: 'Step done',
    stepUndone: 'Step not done',
    note: 'Plan note',
    reopened: 'Opened again',
    correction: 'Corrected on the spot',
  },
};
