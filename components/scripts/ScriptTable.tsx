import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import type { JudgeReply } from '../../lib/shop/inspect.ts';
import type { ShopProduct, ShopScript } from '../../lib/shop/schema.ts';
import { useText } from '../frame/use-text.ts';
import { Empty } from '../room/Empty.tsx';
import styles from '../shop/shop.module.css';
import { ScriptRow } from './ScriptRow.tsx';
import { useUsage } from './use-usage.ts';

interface Props {
  /** undefined until they are read */
  scripts: readonly ShopScript[] | undefined;
  isFiltered: boolean;
  products: readonly ShopProduct[];
  judge: JudgeReply | null;
  /** id of the one that was just added */
  fresh: string | null;
  onChange(script: ShopScript): void;
  onDuplicate(script: ShopScript): void;
  onRemove(script: ShopScript): void;
}

/** Rows drawn at once: a select each and the page is slow. */
const step = 50;

/** The shop's own scripts, a row each. */
export function ScriptTable(props: Props) {
  const { scripts, isFiltered, products, judge, fresh, onChange, onDuplicate, onRemove } = props;
  const { shop, common } = useText();
  const { usage, sessions } = useUsage();
  const [shown, setShown] = useState(step);
  useEffect(() => setShown(step), [isFiltered]);
  if (!scripts) return <p className={styles.note}>{common.loading}</p>;
  if (scripts.length === 0)
    return isFiltered ? <Empty title={shop.noMatch} /> : <Empty title={shop.empty} hint={shop.emptyHint} />;
  return (
    <>
      <p className={styles.note}>{shop.ownHint}</p>
      <table className={styles.table} aria-label={shop.own}>
        <thead>
          <tr>
            <th className={styles.wide}>{shop.columns.text}</th>
            <th className={styles.middle}>{shop.columns.examples}</th>
            <th className={styles.narrow}>{shop.columns.code}</th>
            <th className={styles.narrow}>{shop.columns.intent}</th>
            <th className={styles.narrow}>{shop.columns.scene}</th>
            <th className={styles.narrow}>{shop.columns.objection}</th>
            <th className={styles.narrow}>{shop.columns.product}</th>
            <th title={sessions > 0 ? shop.usageHint(formatCount(sessions)) : undefined}>{shop.usage}</th>
            <th>
              <span className="only-heard">{common.delete}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {scripts.slice(0, shown).map((script) => (
            <ScriptRow
              key={script.id}
              script={script}
              products={products}
              judge={judge}
              usage={usage.get(script.id)}
              isFresh={script.id === fresh}
              onChange={onChange}
              onDuplicate={onDuplicate}
              onRemove={onRemove}
            />
          ))}
        </tbody>
      </table>
      {scripts.length > shown && (
        <Button size="xs" variant="default" mt="sm" onClick={() => setShown(shown + step)}>
          {shop.more(formatCount(Math.min(step, scripts.length - shown)))}
        </Button>
      )}
    </>
  );
}
