import { Switch } from '@mantine/core';
import { memo, useState } from 'react';
import type { CatalogueCategory, CatalogueList } from '../../lib/compliance/catalogue.ts';
import type { RuleSettings } from '../../lib/compliance/types.ts';
import { useText } from '../frame/use-text.ts';
import { RuleRow } from './RuleRow.tsx';
import styles from './rules.module.css';
import { isOn, type Kind } from './switches.ts';

interface Props {
  list: CatalogueList;
  rules: RuleSettings;
  /** categories start open, e.g. while searching */
  isOpen: boolean;
  onSwitch(kind: Kind, id: string, on: boolean): void;
}

/** One list with its categories; a list that is off dims what is in it. */
export function RuleListSection({ list, rules, isOpen, onSwitch }: Props) {
  const text = useText();
  const isListOn = isOn(rules, 'lists', list.id);
  const all = list.categories.flatMap((category) => category.rules.map((rule) => ({ category, rule })));
  const used = all.filter(
    ({ category, rule }) =>
      isListOn && isOn(rules, 'categories', category.id) && isOn(rules, 'rules', rule.id),
  );
  return (
    <section className={styles.list} data-off={!isListOn}>
      <header className={styles.listHead}>
        <Switch
          size="xs"
          aria-label={text.rules.switchList(list.name)}
          checked={isListOn}
          onChange={(event) => onSwitch('lists', list.id, event.currentTarget.checked)}
        />
        <h2>{list.name}</h2>
        <span className={styles.used}>{text.rules.used(used.length, all.length)}</span>
      </header>
      {list.categories.map((category) => (
        <CategorySection
          key={`${category.id}:${isOpen}`}
          category={category}
          rules={rules}
          isOpen={isOpen}
          isListOn={isListOn}
          onSwitch={onSwitch}
        />
      ))}
    </section>
  );
}

interface CategoryProps extends Omit<Props, 'list'> {
  category: CatalogueCategory;
  isListOn: boolean;
}

const CategorySection = memo(function CategorySection(props: CategoryProps) {
  const { category, rules, isListOn, onSwitch } = props;
  const text = useText();
  const [isOpen, setOpen] = useState(props.isOpen);
  const isCategoryOn = isOn(rules, 'categories', category.id);
  const used = category.rules.filter((rule) => isListOn && isCategoryOn && isOn(rules, 'rules', rule.id));
  return (
    <div className={styles.category} data-off={!isCategoryOn}>
      <div className={styles.categoryHead}>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span className={styles.id}>{category.id}</span>
          <b>{category.name}</b>
          <span className={styles.used}>{text.rules.used(used.length, category.rules.length)}</span>
        </button>
        <Switch
          size="xs"
          disabled={!isListOn}
          aria-label={text.rules.switchCategory(category.name)}
          checked={isCategoryOn}
          onChange={(event) => onSwitch('categories', category.id, event.currentTarget.checked)}
        />
      </div>
      {isOpen &&
        category.rules.map((rule) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            isOn={isOn(rules, 'rules', rule.id)}
            isLocked={!isListOn || !isCategoryOn}
            onSwitch={onSwitch}
          />
        ))}
    </div>
  );
});
