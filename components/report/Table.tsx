import type { ReactNode } from 'react';
import { useText } from '../frame/use-text.ts';
import styles from './report.module.css';

interface Row {
  key: string;
  cells: readonly ReactNode[];
}

interface Props {
  label: string;
  heads: readonly string[];
  rows: readonly Row[];
  /** columns of numbers, counted from 0 */
  numbers?: readonly number[];
}

/** A table that scrolls by itself where the page is narrow. */
export function Table({ label, heads, rows, numbers = [] }: Props) {
  const isNumber = (column: number) => numbers.includes(column) || undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head, column) => (
              <th key={head} scope="col" data-number={isNumber(column)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={heads[column]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={heads[column]} data-number={isNumber(column)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same figures as a table, for who cannot or would not read a picture. */
export function TableBehind(props: Props) {
  const text = useText();
  return (
    <details className={styles.behind}>
      <summary>{text.report.table}</summary>
      <Table {...props} />
    </details>
  );
}
