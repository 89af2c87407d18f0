import { languages } from '../../lib/i18n/language.ts';
import { textIn } from '../../lib/i18n/text.ts';

/** How columns and parts are called, in every language: a sheet may come from a colleague's screen. */
export const allShowWords = languages.map((language) => {
  const { columns, parts } = textIn(language).show;
  return { columns, parts };
});
