import { ActionIcon, NativeSelect } from '@mantine/core';
import { ruleCatalogue } from '../../lib/compliance/index.ts';
import type { Level } from '../../lib/compliance/types.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { LevelSelect } from '../rules/Level.tsx';
import styles from './profile.module.css';

const names = new Map(
  ruleCatalogue.flatMap(({ categories }) =>
    categories.flatMap(({ rules }) => rules.map(({ id, name }) => [id, name] as const)),
  ),
);

interface Props {
  levels: Readonly<Record<string, Level>>;
  onChange(levels: Record<string, Level>): void;
}

/** Rules with the severity that they have at least. */
export function LevelTable({ levels, onChange }: Props) {
  const text = useText();
  const words = text.profile;
  const without = (id: string) => {
    const { [id]: _, ...rest } = levels;
    return rest;
  };
  return (
    <section aria-label={words.levels}>
      <h2>{words.levels}</h2>
      <p>{words.levelsHint}</p>
      <ul className={styles.levels}>
        {Object.entries(levels).map(([id, level]) => {
          const name = names.get(id) ?? id;
          return (
            <li key={id}>
              <LevelSelect
                name={name}
                level={level}
                onChange={(chosen) => chosen && onChange({ ...levels, [id]: chosen })}
              />
              {name}
              <ActionIcon
                size="xs"
                variant="subtle"
                color="gray"
                aria-label={`${text.common.delete} ${name}`}
                onClick={() => onChange(without(id))}
              >
                <Icon name="remove" size={10} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <NativeSelect
        size="xs"
        w="min(280px, 100%)"
        aria-label={words.addRule}
        value=""
        onChange={(event) => {
          if (event.currentTarget.value) onChange({ ...levels, [event.currentTarget.value]: 'S2' });
        }}
        data={[
          { value: '', label: words.addRule },
          ...ruleCatalogue.map(({ name, categories }) => ({
            group: name,
            items: categories.flatMap(({ rules }) =>
              rules
                .filter(({ id }) => !(id in levels))
                .map(({ id, name }) => ({ value: id, label: `${name} ${id}` })),
            ),
          })),
        ]}
      />
    </section>
  );
}
