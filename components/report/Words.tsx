import { formatCount } from '../../lib/i18n/format.ts';
import type { Report } from '../../lib/report/report.ts';
import { useText } from '../frame/use-text.ts';
import styles from './report.module.css';

const shown = 40;
const sizes = { least: 12, most: 34 };

/** Hot words as a picture: the size of a word tells in how many comments it stands. A list to who hears it. */
export function Words({ words }: { words: Report['words'] }) {
  const { report } = useText();
  const top = words.filter(({ count }) => count > 1).slice(0, shown);
  if (top.length === 0) return <p className={styles.hint}>{report.tooFew}</p>;
  const most = top[0]!.count;
  const least = top.at(-1)!.count;
  // areas are compared, not heights
  const sizeOf = (count: number) =>
    sizes.least + (sizes.most - sizes.least) * Math.sqrt((count - least) / Math.max(1, most - least));
  return (
    <ol className={styles.words} aria-label={report.words}>
      {top.map(({ word, count }, place) => (
        <li
          key={word}
          data-rank={place < 5 ? 'high' : place < 15 ? 'middle' : 'low'}
          style={{ fontSize: sizeOf(count) }}
          title={report.wordCount(word, formatCount(count))}
        >
          <bdi>{word}</bdi>
          <small>{formatCount(count)}</small>
        </li>
      ))}
    </ol>
  );
}
