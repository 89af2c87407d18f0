import { formatCount } from '../../lib/i18n/format.ts';
import type { GoodsEvent } from '../../lib/model.ts';
import { reviewId } from '../../lib/review/review.ts';
import type { JudgeReply } from '../../lib/shop/inspect.ts';
import type { ShopProduct, ShopScript } from '../../lib/shop/schema.ts';
import { useText } from '../frame/use-text.ts';
import { useReviewOf } from '../review/use-reviews.ts';
import { Empty } from '../room/Empty.tsx';
import { EditTable } from '../shop/EditTable.tsx';
import styles from '../shop/shop.module.css';
import { ScriptRow } from './ScriptRow.tsx';
import type { Past } from './use-past.ts';

interface Props {
  /** undefined until they are read */
  scripts: readonly ShopScript[] | undefined;
  isFiltered: boolean;
  products: readonly ShopProduct[];
  shelf: GoodsEvent['items'];
  judge: JudgeReply | null;
  past: Past;
  /** id of the one that was just added */
  fresh: string | null;
  onChange(script: ShopScript): void;
  onDuplicate(script: ShopScript): void;
  onRemove(script: ShopScript): void;
}

/** The shop's own scripts, a row each. */
export function ScriptTable(props: Props) {
  const { scripts, isFiltered, products, shelf, judge, past, fresh, onChange, onDuplicate, onRemove } = props;
  const { shop, common } = useText();
  const reviews = useReviewOf();
  const { columns } = shop;
  if (!scripts) return <p className={styles.note}>{common.loading}</p>;
  if (scripts.length === 0)
    return isFiltered ? <Empty title={shop.noMatch} /> : <Empty title={shop.empty} hint={shop.emptyHint} />;
  return (
    <>
      <p className={styles.note}>{shop.ownHint}</p>
      <EditTable
        key={String(isFiltered)}
        label={shop.own}
        columns={[
          { name: columns.text, width: 'wide' },
          { name: columns.examples, width: 'middle' },
          ...(['code', 'intent', 'scene', 'objection', 'product'] as const).map((name) => ({
            name: columns[name],
            width: 'narrow' as const,
          })),
          {
            name: shop.usage,
            hint: past.sessions > 0 ? shop.usageHint(formatCount(past.sessions)) : undefined,
          },
        ]}
        rows={scripts}
        step={50}
        draw={(script) => (
          <ScriptRow
            script={script}
            products={products}
            shelf={shelf}
            judge={judge}
            usage={past.usage.get(script.id)}
            review={reviews.get(reviewId('script', script.id))}
            isFresh={script.id === fresh}
            onChange={onChange}
            onDuplicate={onDuplicate}
            onRemove={onRemove}
          />
        )}
      />
    </>
  );
}
