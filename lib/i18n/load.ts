import type { Language } from './language.ts';
import { type Text, zhCN } from './zh-cn.ts';

/** All words of the screens in one language. Chinese is always there, another is loaded when it is asked for. */
export const loadText = async (language: Language): Promise<Text> =>
  language === 'en' ? (await import('./en.ts')).en : zhCN;
