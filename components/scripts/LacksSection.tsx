import { Button } from '@mantine/core';
import { maskLeaks } from '../../lib/moderate/leaks.ts';
import type { Script } from '../../lib/reply/types.ts';
import { type Lacks, openLacks } from '../../lib/shop/lacks.ts';
import type { ShopScript } from '../../lib/shop/schema.ts';
import { bareText } from '../../lib/shop/twins.ts';
import { useText } from '../frame/use-text.ts';
import { Masked } from '../moderate/Masked.tsx';
import styles from '../shop/shop.module.css';
import type { Done } from '../shop/use-table.ts';
import { useSettled } from '../use-shop.ts';

interface Props {
  lacks: Lacks;
  scripts: readonly ShopScript[];
  onWrite(script: Partial<Script> & { text: string }): void;
  onSaid(done: Done): void;
}

/** The questions that people noted as gaps while live, until a script has them. */
export function LacksSection({ lacks, scripts, onWrite, onSaid }: Props) {
  const { board, shop, intents } = useText();
  const [settled, turn] = useSettled();
  const open = settled ? openLacks(lacks, scripts, settled) : [];
  if (open.length === 0) return null;

  const settle = async (text: string) => {
    const key = bareText(text);
    try {
      await turn((before) => [...before, key]);
      const undo = async () => {
        await turn((before) => before.filter((one) => one !== key));
        onSaid({ said: shop.undone });
      };
      onSaid({ said: board.lacks.settled, undo });
    } catch {
      onSaid({ said: shop.notSaved });
    }
  };
  return (
    <section className={styles.section} aria-label={board.lacks.title}>
      <h2>
        {board.lacks.title} {open.length}
      </h2>
      <p className={styles.note}>{board.lacks.hint}</p>
      <ul className={styles.lines}>
        {open.map(({ text, intent, product, count }) => (
          <li key={text}>
            <Masked text={text} />
            <span className={styles.aside}>
              {intents[intent]}
              {count > 1 && ` · ${board.lacks.times(String(count))}`}
            </span>
            <Button
              size="compact-xs"
              aria-label={`${board.lacks.write} ${maskLeaks(text)}`}
              // a slot that nothing fills: it is offered to nobody before it is written
              onClick={() =>
                onWrite({ text: board.lacks.blank, examples: [text], intent, ...(product && { product }) })
              }
            >
              {board.lacks.write}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`${board.lacks.settle} ${maskLeaks(text)}`}
              onClick={() => void settle(text)}
            >
              {board.lacks.settle}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
