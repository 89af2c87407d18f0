import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { starterScripts } from '../../lib/reply/starter.ts';
import type { Script } from '../../lib/reply/types.ts';
import { starterIn, tradeOf, trades } from '../../lib/shop/starter-set.ts';
import { useText } from '../frame/use-text.ts';
import styles from '../shop/shop.module.css';
import { useStarter } from '../use-shop.ts';

/** The replies we bring along: switched as a whole or by trade, looked at, and made one's own. */
export function StarterSection({ onAdopt }: { onAdopt(script: Script): void }) {
  const { shop } = useText();
  const text = shop.starter;
  const [starter, turn] = useStarter();
  const [isOpen, setOpen] = useState(false);
  const used = starterIn(starter);
  return (
    <section className={styles.section} aria-label={text.title}>
      <h2>{text.title}</h2>
      <p className={styles.note}>{text.hint}</p>
      <div className={styles.switches}>
        <Switch
          size="xs"
          label={text.use}
          checked={starter.isOn}
          onChange={(event) => {
            const isOn = event.currentTarget.checked;
            void turn((before) => ({ ...before, isOn }));
          }}
        />
        {trades.map((trade) => (
          <Switch
            key={trade}
            size="xs"
            label={`${text.trades[trade]} ${formatCount(starterScripts.filter(({ id }) => tradeOf(id) === trade).length)}`}
            aria-label={text.useTrade(text.trades[trade])}
            disabled={!starter.isOn}
            checked={!starter.off.includes(trade)}
            onChange={(event) => {
              const isOn = event.currentTarget.checked;
              void turn((before) => ({
                ...before,
                off: isOn ? before.off.filter((one) => one !== trade) : [...before.off, trade],
              }));
            }}
          />
        ))}
      </div>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{text.list(formatCount(used.length))}</summary>
        <ul className={styles.lines}>
          {(isOpen ? used : []).map((script) => (
            <li key={script.id}>
              <bdi>{script.text}</bdi>
              <span className={styles.aside}>{script.examples[0]}</span>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`${text.adopt} ${script.text}`}
                onClick={() => onAdopt(script)}
              >
                {text.adopt}
              </Button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
