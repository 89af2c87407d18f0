import { ActionIcon } from '@mantine/core';
import { formatDay } from '../../lib/i18n/format.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { categoryName } from './rule-names.ts';
import type { ShopProps } from './Shop.tsx';
import styles from './side.module.css';

/** The papers the shop holds; those out of date say so. */
export function EvidenceList({ rules, change }: ShopProps) {
  const text = useText();
  const now = Date.now();
  return (
    <ul className={styles.words}>
      {rules.evidence.map((paper) => {
        const { kind, number, covers, until } = paper;
        const day = formatDay(until - 1);
        const name = [text.rules.evidenceKinds[kind], number].filter(Boolean).join(' ');
        return (
          <li key={`${kind}:${number}:${covers}`}>
            <bdi>
              {name}
              <span className={styles.aside}>{categoryName(covers) ?? `“${covers}”`}</span>
            </bdi>
            <span className={styles.aside} data-late={until <= now}>
              {until <= now ? text.rules.expired(day) : text.rules.valid(day)}
            </span>
            <ActionIcon
              size="xs"
              variant="subtle"
              color="gray"
              aria-label={`${text.common.delete} ${name}`}
              onClick={() =>
                void change((before) => ({
                  ...before,
                  evidence: before.evidence.filter(
                    (known) => known.kind !== kind || known.number !== number || known.covers !== covers,
                  ),
                }))
              }
            >
              <Icon name="remove" size={12} />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
