import { languages } from '../../lib/i18n/language.ts';
import { textIn } from '../../lib/i18n/text.ts';
import type { Text } from '../../lib/i18n/zh-cn.ts';
import type { ProductWords } from '../../lib/shop/product-table.ts';
import type { ScriptWords } from '../../lib/shop/script-table.ts';

/** How columns and values of a sheet of scripts are called on these screens. */
export const scriptWords = ({ shop, intents }: Text): ScriptWords => ({
  columns: shop.columns,
  scenes: shop.scenes,
  objections: shop.objections,
  intents,
});

/** How columns and values of a sheet of products are called on these screens. */
export const productWords = ({ shop, rules }: Text): ProductWords => ({
  columns: shop.product.columns,
  facts: shop.product.facts,
  categories: rules.trades,
});

/** The same in every language: a sheet may come from a colleague's screen. */
export const allScriptWords = languages.map((language) => scriptWords(textIn(language)));
export const allProductWords = languages.map((language) => productWords(textIn(language)));
