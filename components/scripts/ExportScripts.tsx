import { libraryJson } from '../../lib/shop/library-file.ts';
import type { ShopProduct, ShopScript } from '../../lib/shop/schema.ts';
import { scriptRows } from '../../lib/shop/script-table.ts';
import { useText } from '../frame/use-text.ts';
import { ExportButton } from '../shop/ExportButton.tsx';
import { scriptWords } from '../shop/shop-words.ts';

/** Writes the shop's own scripts to a file; the JSON holds the products, too. */
export function ExportScripts({
  scripts,
  products,
}: {
  scripts: readonly ShopScript[];
  products: readonly ShopProduct[];
}) {
  const text = useText();
  return (
    <ExportButton
      name={text.shop.export.name}
      isDisabled={scripts.length === 0}
      rows={() => scriptRows(scripts, scriptWords(text))}
      json={() => libraryJson(scripts, products)}
    />
  );
}
