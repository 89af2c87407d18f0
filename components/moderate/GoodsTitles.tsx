import { useMemo } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import type { RoomState } from '../../lib/room/state.ts';
import type { ShopProduct } from '../../lib/shop/schema.ts';
import { useText } from '../frame/use-text.ts';
import { FindingList, Passed } from '../room/FindingList.tsx';
import type { Judge } from '../room/judge.ts';
import { MarkedText } from '../room/MarkedText.tsx';
import styles from '../room/room.module.css';

interface Props {
  items: RoomState['goods']['items'];
  judge: Judge | null;
  /** the shop's table, which knows what kind of goods they are */
  products: readonly ShopProduct[];
}

/** Titles of the page's shelf with a risk in them; nothing while the shelf is empty. */
export function GoodsTitles({ items, judge, products }: Props) {
  const { moderate } = useText();
  const titles = useMemo(
    () =>
      items.map(({ id, number, title }) => {
        const known = products.find(
          (one) => one.id === id || (number !== undefined && one.link === String(number)),
        );
        return { id, number, text: title, category: known?.category };
      }),
    [items, products],
  );
  if (titles.length === 0 || !judge) return null;
  const risky = titles
    .map((title) => ({ ...title, findings: judge(title, 'title', title.category) }))
    .filter(({ findings }) => findings.some(({ severity }) => severity !== 'S0'));
  return (
    <section aria-label={moderate.titles}>
      <h2 className={styles.heading} data-apart>
        {moderate.titles}
      </h2>
      {risky.length === 0 && <Passed label={moderate.titlesFine(formatCount(titles.length))} />}
      {risky.map(({ id, number, text, findings }) => (
        <article key={id} className={styles.judged}>
          <p className={styles.said}>
            {number !== undefined && <b>{moderate.link(String(number))} </b>}
            <MarkedText text={text} findings={findings} />
          </p>
          <FindingList findings={findings} sentence={text} />
        </article>
      ))}
    </section>
  );
}
