import { createContext, useContext, useEffect, useState } from 'react';
import type { Language } from '../../lib/i18n/language.ts';
import { loadText } from '../../lib/i18n/load.ts';
import type { Text } from '../../lib/i18n/zh-cn.ts';
import { zhCN } from '../../lib/i18n/zh-cn.ts';

export const TextContext = createContext<Text>(zhCN);

/** The words of the screens in the language the person chose. */
export const useText = (): Text => useContext(TextContext);

/** The words of a language; until they are loaded those of the one before, null without one. */
export function useTextIn(language: Language | null): Text | null {
  const [loaded, setLoaded] = useState<Text | null>(null);
  useEffect(() => {
    if (!language) return;
    let isGone = false;
    loadText(language)
      // better in Chinese than not at all
      .catch(() => zhCN)
      .then((text) => isGone || setLoaded(text));
    return () => {
      isGone = true;
    };
  }, [language]);
  // the first picture need not wait for what is there
  return language === 'zh-CN' ? zhCN : loaded;
}
