import { Checkbox, TextInput } from '@mantine/core';
import { type Occasion, productCategories } from '../../lib/compliance/types.ts';
import { platformIds } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { useCalmSessions } from '../use-log.ts';
import type { Draft } from './ProfileForm.tsx';
import styles from './profile.module.css';

const mostRooms = 12;

interface Props {
  draft: Draft;
  onChange(part: Partial<Draft>): void;
}

/** Where and when a profile is on by itself. */
export function WhenForm({ draft, onChange }: Props) {
  const text = useText();
  const words = text.profile;
  const { value: sessions = [] } = useCalmSessions();
  const { when } = draft;
  const titles = new Map(sessions.map(({ roomId, title }) => [roomId, title || roomId]));
  const seen = [...titles.keys()].slice(0, mostRooms);
  const rooms = [...new Set([...(when.rooms ?? []), ...seen])];
  const set = <Kind extends 'platforms' | 'rooms' | 'products'>(kind: Kind, ids: Occasion[Kind]) => {
    const { [kind]: _, ...rest } = when;
    onChange({ when: ids && ids.length > 0 ? { ...rest, [kind]: ids } : rest });
  };
  return (
    <section aria-label={words.when}>
      <h2>{words.when}</h2>
      <p>{words.whenHint}</p>
      <div className={styles.row}>
        <TextInput
          size="xs"
          w={90}
          label={`${words.hours} ${words.from}`}
          placeholder="22:00"
          value={draft.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          w={90}
          label={words.to}
          placeholder="08:00"
          value={draft.to}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
        <p>{words.hoursHint}</p>
      </div>
      <Choices
        name={words.platforms}
        options={platformIds.map((id) => [id, text.platforms[id]])}
        chosen={when.platforms ?? []}
        onChange={(platforms) => set('platforms', platforms)}
      />
      {rooms.length > 0 && (
        <Choices
          name={words.rooms}
          options={rooms.map((id) => [id, titles.get(id) ?? id])}
          chosen={when.rooms ?? []}
          onChange={(rooms) => set('rooms', rooms)}
        />
      )}
      <Choices
        name={words.products}
        options={productCategories.map((id) => [id, text.rules.trades[id]])}
        chosen={when.products ?? []}
        onChange={(products) => set('products', products)}
      />
    </section>
  );
}

interface ChoicesProps<Id extends string> {
  name: string;
  options: readonly (readonly [Id, string])[];
  chosen: readonly Id[];
  onChange(chosen: Id[]): void;
}

function Choices<Id extends string>({ name, options, chosen, onChange }: ChoicesProps<Id>) {
  return (
    <fieldset className={styles.choices}>
      <legend>{name}</legend>
      {options.map(([id, label]) => (
        <Checkbox
          key={id}
          size="xs"
          label={label}
          checked={chosen.includes(id)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
          }
        />
      ))}
    </fieldset>
  );
}
