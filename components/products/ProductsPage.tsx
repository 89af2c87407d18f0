import { Button } from '@mantine/core';
import { useCallback, useDeferredValue, useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { libraryJson } from '../../lib/shop/library-file.ts';
import { planProducts, rowsToTake } from '../../lib/shop/plan.ts';
import { productRows } from '../../lib/shop/product-table.ts';
import type { ShopProduct } from '../../lib/shop/schema.ts';
import { shelfProducts } from '../../lib/shop/shelf.ts';
import page from '../console/page.module.css';
import { FilterInput } from '../frame/FilterInput.tsx';
import { useText } from '../frame/use-text.ts';
import { Empty } from '../room/Empty.tsx';
import { DoneLine } from '../shop/DoneLine.tsx';
import { ExportButton } from '../shop/ExportButton.tsx';
import styles from '../shop/shop.module.css';
import { productWords } from '../shop/shop-words.ts';
import { useTable } from '../shop/use-table.ts';
import { useLog } from '../use-log.ts';
import { useProducts } from '../use-shop.ts';
import { ImportProducts } from './ImportProducts.tsx';
import { ProductTable } from './ProductTable.tsx';
import { readShelf } from './shelf.ts';

const none: never[] = [];

/** What may be said of each product: the only source of prices, sizes and stock in a reply, besides the shelf. */
export function ProductsPage() {
  const text = useText();
  const { shop } = text;
  const db = useLog();
  const [stored, change] = useProducts();
  const products = stored ?? none;
  const { done, save, say } = useTable(change);
  const [query, setQuery] = useState('');
  const [isImporting, setImporting] = useState(false);
  const wanted = useDeferredValue(query.trim().toLowerCase());
  const found = products.filter(({ names, link = '', facts }) =>
    [names, link, ...facts.map(({ label, value }) => `${label} ${value}`)]
      .join('\n')
      .toLowerCase()
      .includes(wanted),
  );

  const add = () => {
    setQuery('');
    void save({
      put: [{ id: crypto.randomUUID(), addedAt: Date.now(), names: shop.product.untitled, facts: [] }],
    });
  };
  const takeShelf = async () => {
    const items = await readShelf(db).catch(() => null);
    if (!items) return say({ said: shop.product.shelfNone });
    const world = { now: Date.now(), newId: () => crypto.randomUUID() };
    const rows = rowsToTake(planProducts(shelfProducts(items, products), products, world), true);
    if (rows.length === 0) return say({ said: shop.product.shelfSame });
    await save({ put: rows }, shop.product.shelfTaken(formatCount(rows.length)));
  };
  const put = useCallback((product: ShopProduct) => void save({ put: [product] }), [save]);
  const remove = useCallback(
    (product: ShopProduct) => void save({ remove: [product.id] }, shop.removed('1')),
    [save, shop],
  );
  return (
    <>
      <header className={page.head}>
        <h1>{shop.products}</h1>
        <span className={page.aside}>{stored && shop.product.unit(formatCount(products.length))}</span>
        <div className={page.end}>
          <Button size="xs" variant="default" onClick={() => void takeShelf()}>
            {shop.product.shelf}
          </Button>
          <Button size="xs" variant="default" onClick={() => setImporting(true)}>
            {shop.import.title}
          </Button>
          <ExportButton
            name={shop.export.productName}
            isDisabled={products.length === 0}
            rows={() => productRows(products, productWords(text))}
            json={() => libraryJson([], products)}
          />
          <Button size="xs" onClick={add}>
            {shop.add}
          </Button>
        </div>
      </header>
      <div className={styles.bar}>
        <FilterInput label={shop.product.search} value={query} onChange={setQuery} />
        <span className={page.aside}>{shop.product.hint}</span>
      </div>
      <DoneLine done={done} />
      <div className={styles.body}>
        {!stored && <p className={styles.note}>{text.common.loading}</p>}
        {stored?.length === 0 && <Empty title={shop.product.empty} hint={shop.product.emptyHint} />}
        {products.length > 0 && found.length === 0 && <Empty title={shop.product.noMatch} />}
        {found.length > 0 && <ProductTable products={found} onChange={put} onRemove={remove} />}
      </div>
      <ImportProducts
        isOpen={isImporting}
        products={products}
        onTake={(rows) => save({ put: rows }, shop.taken(formatCount(rows.length)))}
        onClose={() => setImporting(false)}
      />
    </>
  );
}
