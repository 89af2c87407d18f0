import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { namedFacts } from '../../lib/shop/product-table.ts';
import type { ShopProduct } from '../../lib/shop/schema.ts';
import { useText } from '../frame/use-text.ts';
import styles from '../shop/shop.module.css';
import { ProductRow } from './ProductRow.tsx';

interface Props {
  products: readonly ShopProduct[];
  onChange(product: ShopProduct): void;
  onRemove(product: ShopProduct): void;
}

const step = 100;

/** The shop's products, a row each, the newest on top. */
export function ProductTable({ products, onChange, onRemove }: Props) {
  const { shop, common } = useText();
  const text = shop.product;
  const [shown, setShown] = useState(step);
  return (
    <>
      <table className={styles.table} aria-label={shop.products}>
        <thead>
          <tr>
            <th className={styles.middle}>{text.columns.names}</th>
            <th className={styles.narrow}>{text.columns.link}</th>
            {namedFacts.map((label) => (
              <th key={label} className={styles.narrow}>
                {text.facts[label]}
              </th>
            ))}
            <th className={styles.middle}>{text.columns.more}</th>
            <th className={styles.narrow}>{text.columns.category}</th>
            <th>
              <span className="only-heard">{common.delete}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {[...products]
            .reverse()
            .slice(0, shown)
            .map((product) => (
              <ProductRow key={product.id} product={product} onChange={onChange} onRemove={onRemove} />
            ))}
        </tbody>
      </table>
      {products.length > shown && (
        <Button size="xs" variant="default" mt="sm" onClick={() => setShown(shown + step)}>
          {shop.more(formatCount(Math.min(step, products.length - shown)))}
        </Button>
      )}
    </>
  );
}
