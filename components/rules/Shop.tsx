import { NativeSelect } from '@mantine/core';
import { type ProductCategory, productCategories, type RuleSettings } from '../../lib/compliance/types.ts';
import { useText } from '../frame/use-text.ts';
import { EvidenceForm } from './EvidenceForm.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import styles from './side.module.css';

export interface ShopProps {
  rules: RuleSettings;
  change(change: (rules: RuleSettings) => RuleSettings): Promise<void>;
}

/** What the shop sells and what it can prove: both change the verdict. */
export function Shop({ rules, change }: ShopProps) {
  const text = useText();
  return (
    <section className={styles.box} aria-label={text.rules.shop}>
      <h2>{text.rules.shop}</h2>
      <p>{text.rules.shopHint}</p>
      <NativeSelect
        size="xs"
        label={text.rules.trade}
        value={rules.product}
        onChange={(event) => {
          const product = event.currentTarget.value as ProductCategory;
          void change((before) => ({ ...before, product }));
        }}
        data={productCategories.map((value) => ({ value, label: text.rules.trades[value] }))}
      />
      <h3 className={styles.part}>{text.rules.evidence}</h3>
      <EvidenceList rules={rules} change={change} />
      <EvidenceForm rules={rules} change={change} />
    </section>
  );
}
