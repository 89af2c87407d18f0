import type { SegmentPart } from '../model.ts';

/** The words around the run of show. */
export const showZhCN = {
  title: '流程单',
  parts: {
    suspense: '悬念',
    benefit: '福利',
    solution: '方案',
    content: '讲解',
    questions: '答疑',
    closing: '促单',
    other: '其他',
  } satisfies Record<SegmentPart, string>,
  acts: { show: '开始流程', segment: '进入环节', segmentUndone: '撤回到环节', ended: '结束流程' },
};

export const showEn: typeof showZhCN = {
  title: 'Run of show',
  parts: {
    suspense: 'Suspense',
    benefit: 'Benefit',
    solution: 'Solution',
    content: 'Content',
    questions: 'Q&A',
    closing: 'Closing',
    other: 'Other',
  },
  acts: { show: 'Began', segment: 'Went on to', segmentUndone: 'Back to', ended: 'Ended the run' },
};
