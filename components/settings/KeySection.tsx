import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { actOn, defaultKeys, isFree, type KeyAct, keyActs, keyName, keyOf } from '../../lib/keys.ts';
import page from '../console/page.module.css';
import { usePreferences } from '../frame/use-preferences.ts';
import { useText } from '../frame/use-text.ts';
import styles from './keys.module.css';

/** The keys of the panel: press one to choose another. */
export function KeySection() {
  const { keys: text } = useText().shop;
  const [{ keys }, change] = usePreferences();
  const [chosen, setChosen] = useState<KeyAct | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  const press = (event: KeyboardEvent, act: KeyAct) => {
    if (chosen !== act || event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    // shift and the like come before the key they belong to; Tab walks on
    if (['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setChosen(null);
    if (event.ctrlKey || event.metaKey || event.altKey || !isFree(event.key))
      return setSaid(text.reserved(keyName(event.key)));
    const other = actOn(keys, event.key, act);
    if (other) return setSaid(text.taken(keyName(event.key), text.acts[other]));
    change({ keys: { ...keys, [act]: keyOf(event.key) } });
    setChosen(null);
    setSaid(null);
  };
  const without = keyActs.filter((act) => keys[act] === '');
  return (
    <div className={styles.section}>
      <h2 className={page.section}>{text.title}</h2>
      <p className={page.note}>
        {text.hint} {text.fixed}
      </p>
      <dl className={styles.keys}>
        {keyActs.map((act) => (
          <div key={act}>
            <dt>{text.acts[act]}</dt>
            <dd>
              <button
                type="button"
                className={styles.key}
                aria-label={text.change(text.acts[act], keyName(keys[act]) || text.unset)}
                data-chosen={chosen === act}
                onClick={() => {
                  setChosen(act);
                  setSaid(null);
                }}
                onKeyDown={(event) => press(event, act)}
                onBlur={() => setChosen((now) => (now === act ? null : now))}
              >
                {chosen === act ? text.press : keyName(keys[act]) || text.unset}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <p role="status" className={page.note}>
        {said ?? (without.length > 0 ? text.without(without.map((act) => text.acts[act]).join('、')) : null)}
      </p>
      <Button
        size="xs"
        variant="default"
        disabled={keyActs.every((act) => keys[act] === defaultKeys[act])}
        onClick={() => {
          change({ keys: defaultKeys });
          setSaid(null);
        }}
      >
        {text.reset}
      </Button>
    </div>
  );
}
