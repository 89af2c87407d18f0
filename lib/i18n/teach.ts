import type { Language } from './language.ts';

const zhCN = {
  steps: {
    row: '① 点一条评论（整行）',
    nick: '② 点这条评论的昵称',
    text: '③ 点这条评论的文字',
  },
  keys: 'Esc 取消 · ↑ 外层 ↓ 里层 ← → 相邻 · Enter 选定',
};
type TeachText = typeof zhCN;
const en: TeachText = {
  steps: {
    row: '① Click one comment (the whole row)',
    nick: '② Click its nickname',
    text: '③ Click its text',
  },
  keys: 'Esc cancels · ↑ outer ↓ inner ← → neighbours · Enter picks',
};

/** The words of the picker on the broadcaster's page. */
export const teachTextIn = (language: Language): TeachText => (language === 'en' ? en : zhCN);
