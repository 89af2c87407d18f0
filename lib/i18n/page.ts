import type { Language } from './language.ts';

/** The few words drawn on the broadcaster's own page; apart, so that the page does not load the rest. */
export const pageZhCN = {
  open: '副驾',
  openHint: '打开直播间副驾',
  finding: (severity: string, text: string, basis: string) => `${severity}：“${text}” · ${basis}`,
  more: (count: number) => `另有 ${count} 处，详见面板`,
  severity: { S3: '禁用', S2: '高风险', S1: '需依据', S0: '已豁免' },
};

export type PageText = typeof pageZhCN;

export const pageEn: PageText = {
  open: 'Co-pilot',
  openHint: 'Open the live-room co-pilot',
  finding: (severity, text, basis) => `${severity}: “${text}” · ${basis}`,
  more: (count) => `${count} more, see the panel`,
  severity: { S3: 'Banned', S2: 'High risk', S1: 'Needs proof', S0: 'Exempt' },
};

/** The words for the broadcaster's page in one language. */
export const pageTextIn = (language: Language): PageText => (language === 'en' ? pageEn : pageZhCN);
