import { createContext, useContext } from 'react';
import type { Text } from '../../lib/i18n/zh-cn.ts';
import { zhCN } from '../../lib/i18n/zh-cn.ts';

export const TextContext = createContext<Text>(zhCN);

/** The words of the screens in the language the person chose. */
export const useText = (): Text => useContext(TextContext);
