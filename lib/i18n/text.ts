import { en } from './en.ts';
import type { Language } from './language.ts';
import { type Text, zhCN } from './zh-cn.ts';

const catalogue: Record<Language, Text> = { 'zh-CN': zhCN, en };

/** All words of the screens in one language, for who needs every one of them; pages load theirs by `loadText`. */
export const textIn = (language: Language): Text => catalogue[language];
