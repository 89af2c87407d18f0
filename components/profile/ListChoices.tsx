import { NativeSelect } from '@mantine/core';
import { ruleCatalogue } from '../../lib/compliance/index.ts';
import { ownList, type Profile } from '../../lib/compliance/types.ts';
import { readHeads } from '../../lib/log/lists.ts';
import { useText } from '../frame/use-text.ts';
import { useWatch } from '../use-log.ts';
import styles from './profile.module.css';

type Lists = Profile['lists'];

/** Which lists a profile puts on or off; the others stay as they are set. */
export function ListChoices({ lists, onChange }: { lists: Lists; onChange(lists: Lists): void }) {
  const text = useText();
  const words = text.profile;
  const { value: heads = [] } = useWatch(readHeads);
  const all = [...ruleCatalogue, ...heads, { id: ownList, name: text.lists.own }];
  const set = (id: string, state: string) => {
    const without = (ids: readonly string[]) => ids.filter((one) => one !== id);
    const [on, off] = [without(lists.on), without(lists.off)];
    onChange({ on: state === 'on' ? [...on, id] : on, off: state === 'off' ? [...off, id] : off });
  };
  return (
    <section aria-label={words.lists}>
      <h2>{words.lists}</h2>
      <ul className={styles.levels}>
        {all.map(({ id, name }) => (
          <li key={id}>
            <NativeSelect
              size="xs"
              w={96}
              aria-label={`${words.lists} ${name}`}
              value={lists.on.includes(id) ? 'on' : lists.off.includes(id) ? 'off' : ''}
              onChange={(event) => set(id, event.currentTarget.value)}
              data={[
                { value: '', label: words.asSet },
                { value: 'on', label: words.on },
                { value: 'off', label: words.off },
              ]}
            />
            {name}
          </li>
        ))}
      </ul>
    </section>
  );
}
