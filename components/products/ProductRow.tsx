import { memo } from 'react';
import { type ProductCategory, productCategories } from '../../lib/compliance/types.ts';
import { limits } from '../../lib/limits.ts';
import { incomingProduct, namedFacts, type ProductDraft, readFacts } from '../../lib/shop/product-table.ts';
import type { ShopProduct } from '../../lib/shop/schema.ts';
import { useText } from '../frame/use-text.ts';
import { Cell, Choice } from '../shop/Cell.tsx';
import { RowAct } from '../shop/EditTable.tsx';
import styles from '../shop/shop.module.css';

interface Props {
  product: ShopProduct;
  onChange(product: ShopProduct): void;
  onRemove(product: ShopProduct): void;
}

/** One product: its names and what may be said of it, each in a cell. */
export const ProductRow = memo(function ProductRow({ product, onChange, onRemove }: Props) {
  const { shop, rules, common } = useText();
  const text = shop.product;
  const name = product.names.slice(0, 12);
  const named: readonly string[] = namedFacts;
  const more = product.facts.filter(({ label }) => !named.includes(label));

  const save = (change: Partial<ProductDraft>): string | null => {
    const checked = incomingProduct(1, { ...product, ...change });
    if ('problem' in checked) return shop.import.problems[checked.problem];
    onChange({ ...checked.draft, id: product.id, addedAt: product.addedAt });
    return null;
  };
  const saveFact = (label: string, value: string) =>
    save({ facts: [...product.facts.filter((fact) => fact.label !== label), { label, value }] });
  const saveMore = (value: string) =>
    save({ facts: [...product.facts.filter(({ label }) => named.includes(label)), ...readFacts(value)] });
  const saveCategory = (category: ProductCategory | '') => {
    const { category: _, ...rest } = product;
    onChange(category ? { ...rest, category } : rest);
  };
  return (
    <tr>
      <td>
        <Cell
          label={`${text.columns.names} ${name}`}
          value={product.names}
          maxLength={500}
          onSave={(names) => save({ names })}
        />
      </td>
      <td>
        <Cell
          label={`${text.columns.link} ${name}`}
          value={product.link ?? ''}
          maxLength={6}
          onSave={(link) => save({ link })}
        />
      </td>
      {namedFacts.map((label) => (
        <td key={label}>
          <Cell
            label={`${text.facts[label]} ${name}`}
            value={product.facts.find((fact) => fact.label === label)?.value ?? ''}
            maxLength={limits.title}
            onSave={(value) => saveFact(label, value)}
          />
        </td>
      ))}
      <td>
        <Cell
          isLong
          label={`${text.columns.more} ${name}`}
          value={more.map(({ label, value }) => `${label}：${value}`).join('\n')}
          placeholder={text.moreHint}
          maxLength={10_000}
          onSave={saveMore}
        />
      </td>
      <td>
        <Choice<ProductCategory>
          label={`${text.columns.category} ${name}`}
          value={product.category ?? ''}
          options={[['', text.byShop], ...productCategories.map((id) => [id, rules.trades[id]] as const)]}
          onSave={saveCategory}
        />
      </td>
      <td className={styles.acts}>
        <RowAct icon="trash" act={common.delete} name={name} onClick={() => onRemove(product)} />
      </td>
    </tr>
  );
});
