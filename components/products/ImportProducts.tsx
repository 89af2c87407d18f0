import { readLibraryJson } from '../../lib/shop/library-file.ts';
import { planProducts } from '../../lib/shop/plan.ts';
import { readProductRows } from '../../lib/shop/product-table.ts';
import type { ShopProduct } from '../../lib/shop/schema.ts';
import { useText } from '../frame/use-text.ts';
import { ImportDialog, type Plan } from '../shop/ImportDialog.tsx';
import type { Source } from '../shop/read-source.ts';
import { allProductWords } from '../shop/shop-words.ts';

interface Props {
  isOpen: boolean;
  products: readonly ShopProduct[];
  onTake(rows: ShopProduct[]): Promise<boolean>;
  onClose(): void;
}

/** Brings products in from a sheet or one of our files. */
export function ImportProducts({ isOpen, products, onTake, onClose }: Props) {
  const { shop: text } = useText();
  const plan = ({ text: pasted, rows }: Source): Plan<ShopProduct> => {
    const file = /^\s*[{[]/.test(pasted) ? readLibraryJson(pasted) : null;
    const incoming = file?.products ?? readProductRows(rows, allProductWords);
    if (!incoming) return 'noHead';
    return {
      planned: planProducts(incoming, products, { now: Date.now(), newId: () => crypto.randomUUID() }),
    };
  };
  return (
    <ImportDialog
      isOpen={isOpen}
      pasteHint={text.import.pasteProducts}
      plan={plan}
      show={({ names, facts }) =>
        `${names} ${facts
          .slice(0, 3)
          .map(({ label, value }) => `${label} ${value}`)
          .join(' · ')}`
      }
      onTake={onTake}
      onClose={onClose}
    />
  );
}
