import { useMemo } from 'react';
import { namedFacts } from '../../lib/shop/product-table.ts';
import type { ShopProduct } from '../../lib/shop/schema.ts';
import { useText } from '../frame/use-text.ts';
import { EditTable } from '../shop/EditTable.tsx';
import { ProductRow } from './ProductRow.tsx';

interface Props {
  products: readonly ShopProduct[];
  onChange(product: ShopProduct): void;
  onRemove(product: ShopProduct): void;
}

/** The shop's products, a row each, the newest on top. */
export function ProductTable({ products, onChange, onRemove }: Props) {
  const { shop } = useText();
  const { columns, facts } = shop.product;
  const newest = useMemo(() => [...products].reverse(), [products]);
  return (
    <EditTable
      label={shop.products}
      columns={[
        { name: columns.names, width: 'middle' },
        { name: columns.link, width: 'narrow' },
        ...namedFacts.map((label) => ({ name: facts[label], width: 'narrow' as const })),
        { name: columns.more, width: 'middle' },
        { name: columns.category, width: 'narrow' },
      ]}
      rows={newest}
      step={100}
      draw={(product) => <ProductRow product={product} onChange={onChange} onRemove={onRemove} />}
    />
  );
}
