import { useEffect, useState } from 'react';
import type { ProductFacts } from '../../lib/assist/types.ts';
import { formatCount } from '../../lib/i18n/format.ts';
import { useText } from '../frame/use-text.ts';
import type { FoundScript, RoomShop } from './actions.ts';
import styles from './replies.module.css';

interface Props {
  query: string;
  shop: RoomShop;
  product: ProductFacts | null;
  onTake(script: FoundScript): void;
}

const shownAtMost = 6;
const none: readonly FoundScript[] = [];

/** Scripts that what is typed behind the slash leads to; the arrows walk, Enter takes one into the field. */
export function ScriptSearch({ query, shop, product, onTake }: Props) {
  const { review, shop: words } = useText();
  const { room: text } = words;
  const [at, setAt] = useState(0);
  const [found, setFound] = useState<readonly FoundScript[]>(none);
  useEffect(() => {
    let isGone = false;
    void shop.find(query, product).then((all) => isGone || setFound(all.slice(0, shownAtMost)));
    return () => {
      isGone = true;
    };
  }, [shop, query, product]);
  const chosen = Math.min(at, Math.max(0, found.length - 1));
  useEffect(() => setAt(0), [query]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) setAt(Math.max(0, Math.min(found.length - 1, chosen + step)));
      else if (event.key === 'Enter' && !event.shiftKey && found[chosen]) onTake(found[chosen]);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // before the field's own Enter
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  });
  return (
    <div className={styles.search}>
      <p className={styles.unknown} role="status">
        {found.length > 0 ? text.searchHint : text.searchNone}
        {shop.waiting ? ` ${review.waiting(formatCount(shop.waiting))}` : ''}
      </p>
      <div className={styles.suggestions} role="listbox" aria-label={text.search} tabIndex={-1}>
        {found.map((script, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field's Enter takes the chosen one
          <div
            key={script.id}
            className={styles.suggestion}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            onClick={() => onTake(script)}
          >
            {script.code && <kbd className={styles.key}>{script.code}</kbd>}
            <span className={styles.words}>
              {script.text}
              {script.open.length > 0 && (
                <span className={styles.hint}>{text.searchOpen(script.open.join('、'))}</span>
              )}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
